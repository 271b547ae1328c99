export { compileTargetLexicon, targetLexicon } from './lexicon.ts'
export { recogniseTargetMentions } from './recognise.ts'
