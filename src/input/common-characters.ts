import { SIMPLIFIED } from '../text/traditional-pairs.ts'

/** The characters that make up most of any Chinese text; rare ones are what a wrong encoding yields. */
const SIMPLIFIED_COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感便团往市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型王按格养易置派层片始却专状育厂京识适属圆火住调满县局照参红细引听该铁价严负责牵单位落施措目任牢监督检整环境护污染推深抓促完善健全财税街镇乡村厅委员长讲各位志扎推项规划服务协配镇企'

const common = new Set(SIMPLIFIED_COMMON)
for (const [traditional, simplified] of SIMPLIFIED) if (common.has(simplified)) common.add(traditional)

export const COMMON_HAN: ReadonlySet<string> = common
