export { compileTargetLexicon, type TargetLexicon, targetLexicon } from './lexicon.ts'
export { recogniseTargetMentions } from './recognise.ts'
