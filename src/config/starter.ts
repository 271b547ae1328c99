/** The commented file that `taizhang init` writes: valid as it stands, and with any of its examples put into force. */
export const starter = (schema: string): string => `# yaml-language-server: $schema=${schema}
# taizhang 配置文件。放在文件所在的目录或其上级目录，taizhang 会自动找到。
# 每条都可以带例子：命中（应当认出）、不命中（不应认出）；运行 taizhang rules test 逐条检验。
# 去掉行首的 # 即可启用。写错的项、永远用不上的项会报出行号。全部说明见 docs/config.md。

# 自己的单位。名：统一名称；全：别名；根：可接“局、委、办”的词根；级别：省、市、县、区等。
# 名与自带的单位相同的，是给它加别名。
单位:
#  - { 名: 园区建设中心, 全: [园建中心, 园区建设服务中心], 级别: 市, 命中: [由园建中心牵头], 不命中: [加强园区建设] }

# 统称具体是哪些单位。台账里会加上成员，并标明“推定”。
集合:
#  - { 名: 各街道, 成员: [东街街道, 西街街道], 命中: [各街道要抓好落实。] }

# 自己常用的标签或表格栏目。
# 意思可以是：牵头单位 责任单位 配合单位 督导单位 责任领导 责任人 完成时限 工作任务 措施 目标 问题 进展 备注
标签:
#  - { 词: [包保单位, 挂联单位], 意思: 责任单位, 命中: [包保单位：市财政局] }

# 表示“要做什么”的词，出现在句首时当作任务。
动词:
#  - { 词: 攻坚突破, 命中: [攻坚突破断面治理难点。] }

# 计量单位，用来认目标指标。
计量单位:
#  - { unit: 蒸吨, kind: count, 命中: [淘汰燃煤锅炉35蒸吨] }

# 时限词。事件：没有确定日期的“X前”；长期、立即、周期等见 docs/config.md。
时限:
#  事件: [{ 词: 开渔, 命中: [开渔前完成渔船检修], 不命中: [开渔仪式圆满举行] }]
#  长期: [久久为功]
#  周期: [{ 词: 逢双周, 周期: biweekly, 命中: [逢双周报送一次进展] }]

# 章节标题里的词说明这一部分是什么。
# class：arrangement 部署 objective 目标 review 回顾 situation 形势 problem 问题 guidance 指导思想 significance 意义 appeal 号召 background 背景 people 出席
章节:
#  - { class: review, words: [工作盘点], 命中: [一、2024年工作盘点], 不命中: [二、2025年工作安排] }

# 按关键词推定单位，只用于原文没有写明单位的任务；台账中标明“推定”。
职责:
#  - { 词: [秸秆, 扬尘], 单位: 市生态环境局, 角色: 牵头, 命中: [严禁露天焚烧秸秆] }

# 默认值。牵头规则：只列出责任单位时，first 第一个牵头，all 都牵头，before-comma 逗号前牵头，none 不分，from-document 按文件自己的说明。
默认:
#  牵头规则: from-document
#  年份: 2025

# 自己的列组：taizhang extract 方案.txt --columns 月报
列组:
#  月报: [序号, 工作任务, 牵头单位, 截止日期, 进展情况]

# 检查（taizhang check）。
check:
#  profile: auto
#  rules: { task-without-target: info }
#  departments: [市财政局, 市生态环境局]
`
