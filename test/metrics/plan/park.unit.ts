import { parsePlan, type Plan, type Text } from '@zj/metrics';
import { expect, test } from 'vitest';
import { readExample } from '../example.js';

const { plan } = parsePlan(readExample('plan.json')) as { readonly plan: Plan };
const zh = (texts: readonly Text[]) => texts.map((text) => text.zh);

test('the park’s plan is the document: its number, its names, its days', () => {
  const { document } = plan;
  expect(document.number).toBe('浦府〔2025〕42号');
  expect(document.index).toBe('SY-310115-2025-01531');
  expect(document.title.zh).toBe('张江高新区自贸保税园改革创新发展行动方案(2025-2026年)');
  expect([document.signed, document.published, document.printed]).toEqual([
    '2025-03-19',
    '2025-03-26',
    '2025-03-26',
  ]);
  expect(document.period).toEqual({ start: '2025-01-01', end: '2026-12-31' });
  expect(document.basis).toHaveLength(2);
  expect([document.leadingIndustry?.zh, document.featureIndustry?.zh]).toEqual([
    '生物医药服务',
    '高端装备制造',
  ]);
});

test('its four goals are the document’s, each with target, unit, qualifier and clause', () => {
  const facts = plan.goals.map(({ id, target, unit, qualifier, clause, period, accumulate }) =>
    [
      id,
      target,
      `${unit.power ?? 0}${unit.zh}`,
      qualifier.zh,
      qualifier.binding,
      accumulate,
      period.start,
      clause.quote.zh,
    ].join(' '),
  );
  expect(facts).toEqual([
    'leading-industries-revenue 6000 8元 完成 firm total 2026-01-01 到2026年,三大先导产业完成营业收入6000亿元',
    'pct-applications 100 0件 争取 aspirational total 2026-01-01 到2026年,自贸保税园PCT专利申请量争取达到100件',
    'unicorn-hidden-champion 2 0家 争取 aspirational since 2025-01-01 到2026年,争取培育“独角兽”“隐形冠军”企业2家,争取新增高质量孵化器1家',
    'high-quality-incubator 1 0家 争取 aspirational since 2025-01-01 争取新增高质量孵化器1家',
  ]);
  for (const { period, deadline, baseline } of plan.goals) {
    expect([period.end, deadline.zh, baseline]).toEqual(['2026-12-31', '到2026年', null]);
  }
});

test('what the document leaves open is an interpretation in both languages', () => {
  const questions = plan.goals.map(({ interpretations }) =>
    interpretations.map(({ question }) => question.en),
  );
  expect(questions.map((list) => list.length)).toEqual([2, 2, 4, 2]);
  expect(questions[0]).toEqual([
    'Is the figure of 600 billion yuan the revenue of 2026 alone, or of both years together?',
    'Which are the three leading industries?',
  ]);
  expect(questions[2]![0]).toBe('Are the 2 a joint total of both kinds, or 2 of each?');
  expect(plan.document.interpretations).toHaveLength(3);
});

test('its four themes are there, the one without a figure too', () => {
  expect(plan.themes.map(({ ordinal, title }) => ordinal + title.zh)).toEqual([
    '一是推动自贸保税园体制机制改革不断深化',
    '二是推动科技创新引领作用更加凸显',
    '三是推动产业功能集聚成效更加突出',
    '四是推动产业创新生态体系更加完善',
  ]);
  expect(plan.goals.some(({ theme }) => theme === 'reform')).toBe(false);
});

test('its 5 areas hold 14 tasks with 83 measures', () => {
  expect(plan.areas.map(({ ordinal, title }) => ordinal + title.zh)).toEqual([
    '(一)深化体制机制改革',
    '(二)强化科技产业特色化发展',
    '(三)推动空间布局优化',
    '(四)强化园区综合服务',
    '(五)打造要素集聚的创新生态',
  ]);
  const tasks = plan.areas.flatMap((area) => area.tasks);
  expect(tasks.map(({ id, title, measures }) => `${id} ${title.zh} ${measures.length}`)).toEqual([
    'A1.1 深化园区联动发展机制 6',
    'A1.2 深化自贸保税园制度创新 7',
    'A1.3 提升园区开放创新水平 6',
    'A2.1 重点发展生物医药服务主导产业 6',
    'A2.2 提升高端装备制造服务能级 5',
    'A2.3 建立企业梯度培育体系 8',
    'A3.1 提供适宜创新产业发展的物业空间 7',
    'A3.2 畅通产业链交流渠道 5',
    'A4.1 优化园区政务服务 6',
    'A4.2 做强园区专业服务 5',
    'A4.3 完善园区配套服务 5',
    'A5.1 推进创新平台建设 5',
    'A5.2 强化科技金融支持 6',
    'A5.3 推动创新人才集聚 6',
  ]);
  expect(tasks.flatMap((task) => task.measures)).toHaveLength(83);
});

test('its 3 safeguards, 10 organisations, 4 tiers, 5 places and 2 funds are there', () => {
  expect(
    plan.safeguards.map(({ ordinal, title, measures }) => `${ordinal}${title.zh} ${measures.length}`),
  ).toEqual(['一是加强各方协作 3', '二是强化要素支撑 3', '三是注重宣传推广 2']);
  expect(zh(plan.organisations).join(' ')).toBe(
    '区政府分管领导 区科经委 市区相关部门 保税区管理局 园区开发运营单位 海关 公安 市场监管 税务 外高桥集团',
  );
  expect(zh(plan.ladder!.tiers.map(({ name }) => name))).toEqual([
    '创新型企业总部',
    '‘隐形冠军’和‘独角兽’企业',
    '高新技术企业',
    '创新创业企业',
  ]);
  expect(plan.ladder!.tiers[1]!.goal).toBe('unicorn-hidden-champion');
  expect(zh(plan.places)).toHaveLength(5);
  expect(zh(plan.funds)).toEqual(['自贸区专项发展资金', '张江专项发展资金']);
});

test('its 20 platforms stand with their tasks', () => {
  expect(plan.platforms.map(({ id, task, name }) => `${id} ${task} ${name.zh}`)).toEqual([
    'integrated-info-platform A4.1 保税区域一体化信息管理服务平台',
    'direct-assist A4.1 直达帮办',
    'smart-gov A4.1 政务智能办',
    'construction-utilities A4.1 开工水电通',
    'service-package A4.1 “服务包”制度',
    'bio-industry-platform A4.2 保税区域生物医药产业平台',
    'registration-substation A4.2 上海市生物医药产品注册指导服务工作站外高桥分站',
    'ip-station A4.2 知识产权服务站',
    'smart-park A4.3 智慧园区',
    'finance-station A5.2 科创金融服务站',
    'foreigner-single-window A5.3 保税区域外国人单一窗口',
    'hr-platform A5.3 人力资源服务平台',
    'lab-platform A5.1 “分布式、网络化”的跨境双向科创服务平台',
    'fitted-lab A5.1 生物医药精装实验室',
    'goi A1.3 大企业开放创新中心(GOI)培育计划',
    'gop A1.3 全球营运商计划(GOP)',
    'three-in-one A1.1 “三位一体”工作协同机制',
    'cgt-alliance A3.2 细胞与基因治疗产业联盟',
    'special-articles A2.1 浦东新区生物医药特殊物品进出境联合监管机制',
    'startup-discovery A2.3 初创企业发现培育机制',
  ]);
});
