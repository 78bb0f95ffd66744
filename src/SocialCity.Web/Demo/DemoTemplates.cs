using SocialCity.Accounts;
using SocialCity.Complaints;

namespace SocialCity.Web.Demo;

/// <summary>Texts from which the departments of Nuri start their answers.</summary>
internal static class DemoTemplates
{
    private static readonly (string Department, string Title, string Text)[] All =
    [
        (DemoDepartments.Roads, "도로 파손 보수 완료", "안녕하십니까, 누리시 도로과입니다.\n\n신고하신 곳을 현장 점검하고 ○월 ○일 보수를 마쳤습니다. 위험을 알려 주셔서 감사합니다."),
        (DemoDepartments.Roads, "예산 반영 예정", "안녕하십니까, 누리시 도로과입니다.\n\n현장 확인 결과 부분 보수로는 어려워 전면 정비가 필요합니다. ○○년 예산에 반영하여 추진하고, 그때까지 위험한 부분은 임시로 조치하겠습니다."),
        (DemoDepartments.Roads, "가로등 수리 완료", "안녕하십니까, 누리시 도로과입니다.\n\n관리번호 ○○○ 가로등의 고장을 확인하고 ○월 ○일 수리하였습니다. 다시 꺼지면 번호와 함께 알려 주십시오."),
        (DemoDepartments.Roads, "다른 기관 관리 도로", "안녕하십니까, 누리시 도로과입니다.\n\n말씀하신 구간은 ○○○이(가) 관리합니다. 내용을 해당 기관에 전달하였고 답을 받는 대로 알려 드리겠습니다."),
        (DemoDepartments.Parks, "시설물 보수 완료", "안녕하십니까, 누리시 공원녹지과입니다.\n\n말씀하신 시설을 ○월 ○일 고쳤습니다. 같은 공원의 다른 시설도 함께 점검하였습니다."),
        (DemoDepartments.Parks, "가지치기 시기 안내", "안녕하십니까, 누리시 공원녹지과입니다.\n\n나무의 건강을 위해 가지치기는 잎이 진 뒤에 합니다. 위험한 가지는 먼저 제거하였고 나머지는 ○월에 하겠습니다."),
        ("traffic", "주정차 단속 결과", "안녕하십니까, 누리시 교통행정과입니다.\n\n○월 ○일부터 ○일까지 집중 단속하여 ○건을 적발하였습니다. 이 구간을 순회 단속 노선에 넣었습니다."),
        ("traffic", "경찰서 심의 안내", "안녕하십니까, 누리시 교통행정과입니다.\n\n신호와 횡단보도는 경찰서의 교통안전시설 심의를 거칩니다. ○월 심의에 안건으로 올렸고 결과를 알려 드리겠습니다."),
        ("clean", "무단투기 조치", "안녕하십니까, 누리시 자원순환과입니다.\n\n쌓인 쓰레기를 치우고 이동식 카메라를 달았습니다. 버린 사람을 확인하면 과태료를 부과합니다."),
        ("clean", "소음 측정 결과", "안녕하십니까, 누리시 자원순환과입니다.\n\n○월 ○일 소음을 잰 결과 ○dB로 기준(○dB)을 넘어(넘지 않아) 다음과 같이 조치하였습니다."),
        ("housing", "현장 조사 후 시정명령", "안녕하십니까, 누리시 건축주택과입니다.\n\n현장 조사 결과 위반 사항을 확인하여 시정명령을 보냈습니다. 고치지 않으면 이행강제금을 부과합니다. 신고하신 분의 정보는 알리지 않습니다."),
        ("water", "수질 검사 결과", "안녕하십니까, 누리시 수도과입니다.\n\n댁을 찾아 수질을 검사한 결과 모든 항목이 먹는물 기준에 맞았습니다. 항목별 결과를 함께 보내 드립니다."),
        (DemoDepartments.Triage, "담당 부서 연결", "안녕하십니까, 누리시 민원여권과입니다.\n\n말씀하신 일은 ○○과에서 맡고 있어 그 부서로 넘겼습니다. 다시 신청하지 않으셔도 됩니다."),
        (DemoDepartments.Triage, "칭찬 글 감사", "안녕하십니까, 누리시 민원여권과입니다.\n\n따뜻한 글을 해당 직원에게 전하였습니다. 시민께서 보내 주신 마음이 큰 힘이 됩니다."),
    ];

    public static IEnumerable<AnswerTemplate> Make(IReadOnlyDictionary<string, Department> departments) =>
        All.Select(t => new AnswerTemplate(departments[t.Department].Id, t.Title, t.Text));
}
