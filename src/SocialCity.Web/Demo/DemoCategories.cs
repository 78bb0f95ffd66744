using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Demo;

/// <summary>The forty categories of Nuri's complaint board with the questions they ask.</summary>
internal static class DemoCategories
{
    /// <summary>Certificates are given within working hours, as published for their type.</summary>
    private static readonly StatutoryPeriod Certificates = StatutoryPeriod.OfHours(24);

    private static readonly LocalText Traffic = new("도로·교통", "Roads and traffic", "道路・交通");
    private static readonly LocalText Environment = new("환경·청소", "Environment and waste", "環境・清掃");
    private static readonly LocalText Green = new("공원·녹지", "Parks and trees", "公園・緑地");
    private static readonly LocalText Building = new("주택·건축", "Housing and building", "住宅・建築");
    private static readonly LocalText Safety = new("물·안전", "Water and safety", "水・安全");
    private static readonly LocalText Health = new("복지·보건", "Welfare and health", "福祉・保健");
    private static readonly LocalText Life = new("문화·경제", "Culture and economy", "文化・経済");
    private static readonly LocalText Office = new("행정·제안", "Office and proposals", "行政・提案");

    private static readonly (string Code, LocalText Name, LocalText Hint, LocalText Group, string Icon, PetitionKind Kind)[] All =
    [
        ("pothole", new("도로 파손", "Damaged road", "道路の破損"), new("포트홀, 차도의 구멍, 갈라짐, 방지턱", "Potholes and cracks in the roadway, speed bumps", "車道の穴、ひび割れ、段差"), Traffic, "road", PetitionKind.Other),
        ("sidewalk", new("보도·보행로", "Pavement", "歩道"), new("보도블록, 안전펜스, 길을 막은 물건", "Paving, railings, things in the way", "歩道ブロック、防護柵、通行の妨げ"), Traffic, "cone", PetitionKind.Other),
        ("streetlight", new("가로등·보안등", "Street lamps", "街灯"), new("꺼진 등, 너무 밝은 등", "Lamps that are out or too bright", "消えた街灯、明るすぎる街灯"), Traffic, "lamp", PetitionKind.Other),
        ("signal", new("신호등·표지판", "Signals and signs", "信号・標識"), new("고장, 신호 시간, 가려진 표지", "Faults, timing, hidden signs", "故障、信号の時間、隠れた標識"), Traffic, "signal", PetitionKind.Other),
        ("crosswalk", new("횡단보도·차선", "Crossings and lines", "横断歩道・車線"), new("지워진 선, 새로 필요한 횡단보도", "Faded lines, crossings wanted", "消えた線、新しい横断歩道の要望"), Traffic, "crosswalk", PetitionKind.Other),
        ("school-zone", new("어린이보호구역", "School zones", "スクールゾーン"), new("학교와 어린이집 둘레의 안전", "Safety around schools and nurseries", "学校や保育園の周りの安全"), Traffic, "school", PetitionKind.Other),
        ("illegal-parking", new("불법 주정차", "Illegal parking", "違法駐車"), new("불법 주차, 횡단보도나 소방 구역, 보도 위의 차", "Cars parked on crossings, fire lanes, pavements", "違法駐車、横断歩道・消防区域・歩道上の車"), Traffic, "car", PetitionKind.Other),
        ("parking", new("공영주차장·주차난", "Car parks", "駐車場"), new("주차장 이용과 늘려 달라는 의견", "Using car parks and asking for more", "駐車場の利用と増設の要望"), Traffic, "parking", PetitionKind.Other),
        ("bus", new("버스·정류장", "Buses and stops", "バス・停留所"), new("무정차, 배차, 안내기, 정류장 시설", "Missed stops, timetables, displays, shelters", "通過、本数、案内板、停留所の設備"), Traffic, "bus", PetitionKind.Other),
        ("bicycle", new("자전거·킥보드", "Bicycles and scooters", "自転車・キックボード"), new("자전거길, 거치대, 함부로 둔 킥보드", "Cycle paths, racks, scooters left about", "自転車道、駐輪場、放置キックボード"), Traffic, "bicycle", PetitionKind.Other),
        ("snow", new("제설·빙판", "Snow and ice", "除雪・凍結"), new("눈이 쌓이거나 언 길", "Snowy and icy ways", "雪や氷の道"), Traffic, "snow", PetitionKind.Other),
        ("drain", new("배수·침수", "Drains and flooding", "排水・浸水"), new("막힌 빗물받이, 물이 차는 길", "Blocked drains, flooded streets", "詰まった排水口、冠水"), Traffic, "waves", PetitionKind.Other),
        ("litter", new("무단투기", "Dumping", "不法投棄"), new("몰래 버린 쓰레기", "Rubbish left where it does not belong", "こっそり捨てられたごみ"), Environment, "trash", PetitionKind.Other),
        ("collection", new("쓰레기 수거", "Waste collection", "ごみ収集"), new("안 가져간 쓰레기, 배출 방법, 대형 폐기물", "Missed collection, how to put out, bulky waste", "未収集、出し方、粗大ごみ"), Environment, "refresh", PetitionKind.Other),
        ("noise", new("소음·먼지", "Noise and dust", "騒音・ほこり"), new("층간소음, 공사장과 가게의 소음, 먼지", "From neighbours, sites and shops", "上下階の騒音、工事・店舗の騒音、ほこり"), Environment, "volume", PetitionKind.Other),
        ("odor", new("냄새", "Odour", "悪臭"), new("하수구와 공장의 냄새", "From sewers and factories", "下水や工場の臭い"), Environment, "wind", PetitionKind.Other),
        ("stream", new("하천·수질", "Streams", "河川・水質"), new("더러운 물, 천변 시설과 풀", "Dirty water, paths and grass on the banks", "水の汚れ、河川敷の設備と草"), Environment, "waves", PetitionKind.Other),
        ("park", new("공원 시설", "Park facilities", "公園の設備"), new("벤치, 화장실, 운동기구, 산책로", "Benches, toilets, exercise machines, paths", "ベンチ、トイレ、運動器具、散策路"), Green, "bench", PetitionKind.Other),
        ("playground", new("놀이터", "Playgrounds", "遊び場"), new("부서진 놀이기구, 모래, 그늘", "Broken equipment, sand, shade", "壊れた遊具、砂場、日陰"), Green, "swing", PetitionKind.Other),
        ("tree", new("가로수", "Street trees", "街路樹"), new("쓰러진 나무, 가지치기, 열매와 낙엽", "Fallen trees, pruning, fruit and leaves", "倒木、剪定、実と落ち葉"), Green, "tree", PetitionKind.Other),
        ("apartment", new("공동주택 관리", "Apartment management", "共同住宅の管理"), new("관리비, 입주자대표회의, 승강기", "Charges, residents' council, lifts", "管理費、入居者代表会議、エレベーター"), Building, "building", PetitionKind.Inquiry),
        ("illegal-building", new("위반건축물", "Illegal building", "違反建築"), new("허가 없이 늘리거나 고친 건물", "Built or altered without a permit", "無許可の増築や改築"), Building, "home", PetitionKind.Other),
        ("construction", new("공사장 안전", "Site safety", "工事現場の安全"), new("가림막, 신호수, 낙하물", "Hoardings, signallers, falling objects", "仮囲い、誘導員、落下物"), Building, "warning", PetitionKind.Other),
        ("banner", new("현수막·광고물", "Banners and signs", "横断幕・広告物"), new("불법 현수막, 전단지, 낙서", "Illegal banners, leaflets, graffiti", "違法な横断幕、ちらし、落書き"), Building, "flag", PetitionKind.Other),
        ("water", new("수돗물", "Tap water", "水道"), new("물의 맛과 색, 단수, 새는 물", "Taste and colour, cuts, leaks", "水の味や色、断水、漏水"), Safety, "drop", PetitionKind.Other),
        ("manhole", new("맨홀·지반침하", "Manholes and sinking ground", "マンホール・地盤沈下"), new("꺼진 땅, 흔들리는 뚜껑", "Sunken ground, loose covers", "沈んだ地面、がたつく蓋"), Safety, "warning", PetitionKind.Other),
        ("hazard", new("위험 시설", "Dangerous places", "危険な施設"), new("옹벽, 빈집, 늘어진 전선", "Walls, empty houses, hanging cables", "擁壁、空き家、垂れた電線"), Safety, "shield", PetitionKind.Other),
        ("welfare", new("복지 상담", "Welfare advice", "福祉相談"), new("도움이 필요한 이웃, 급여와 신청 방법", "Neighbours in need, benefits and how to apply", "支援が必要な方、手当と申請方法"), Health, "heart", PetitionKind.Inquiry),
        ("accessibility", new("교통약자 편의", "Accessibility", "バリアフリー"), new("경사로, 승강기, 점자 안내", "Ramps, lifts, braille", "スロープ、エレベーター、点字案内"), Health, "wheelchair", PetitionKind.Other),
        ("pest", new("모기·방역", "Pests", "蚊・防疫"), new("모기, 벌집, 쥐", "Mosquitoes, nests, rats", "蚊、蜂の巣、ねずみ"), Health, "bug", PetitionKind.Other),
        ("animal", new("동물", "Animals", "動物"), new("목줄, 배설물, 다친 동물, 길고양이", "Leashes, droppings, hurt animals, street cats", "リード、ふん、けがをした動物、野良猫"), Health, "paw", PetitionKind.Other),
        ("smoking", new("금연구역", "Smoke-free zones", "禁煙区域"), new("금연구역에서의 흡연", "Smoking where it is not allowed", "禁煙区域での喫煙"), Health, "no-smoking", PetitionKind.Other),
        ("library", new("도서관·문화시설", "Libraries and culture", "図書館・文化施設"), new("이용 시간, 자리, 공연장", "Hours, seats, halls", "利用時間、座席、ホール"), Life, "book", PetitionKind.Other),
        ("sports", new("체육시설", "Sports facilities", "体育施設"), new("수영장과 체육관의 신청과 이용", "Booking and using pools and gyms", "プールや体育館の申込みと利用"), Life, "ball", PetitionKind.Other),
        ("market", new("전통시장·상권", "Markets and shops", "市場・商店街"), new("시장 시설, 원산지 표시", "Market buildings, labels of origin", "市場の設備、産地表示"), Life, "shop", PetitionKind.Other),
        ("certificate", new("여권·증명서", "Passports and certificates", "旅券・証明書"), new("발급 방법과 걸리는 날", "How to get them and how long it takes", "発行方法と所要日数"), Office, "document", PetitionKind.Statutory),
        ("unfair", new("불친절·부당한 처리", "Unfair treatment", "不親切・不当な扱い"), new("직원의 태도, 늦거나 잘못된 처리", "Conduct of staff, late or wrong handling", "職員の態度、遅い・誤った処理"), Office, "hand", PetitionKind.Grievance),
        ("suggestion", new("시정 제안", "Proposals", "市政への提案"), new("도시를 더 좋게 만드는 생각", "Ideas that make the city better", "まちをよくするアイデア"), Office, "bulb", PetitionKind.Suggestion),
        ("law", new("법령·조례 질의", "Questions of law", "法令・条例の質問"), new("법령과 조례의 뜻을 묻습니다", "What a law or an ordinance means", "法令や条例の意味を尋ねます"), Office, "scales", PetitionKind.LegalInquiry),
        ("other", new("그 밖의 생활 불편", "Anything else", "その他"), new("어디에 넣을지 모르겠을 때", "When you do not know where it belongs", "どれかわからないとき"), Office, "chat", PetitionKind.Other),
    ];

    public static Dictionary<string, ComplaintCategory> Make()
    {
        Dictionary<string, ComplaintCategory> made = [];
        foreach (var (code, name, hint, group, icon, kind) in All)
        {
            ComplaintCategory category = new(code, name, hint, icon, kind, made.Count + 1);
            category.GroupUnder(group);
            made.Add(code, category);
        }

        ComplaintCategory certificate = made["certificate"];
        certificate.Change(certificate.Name, certificate.Hint, certificate.Icon, certificate.Kind, Certificates);
        Ask(made);
        return made;
    }

    private static void Ask(Dictionary<string, ComplaintCategory> categories)
    {
        Choice("pothole", "lane", true, new("어디에 있나요?", "Where is it?", "どこにありますか"),
            ("middle", new("차로 한가운데", "In the lane", "車線の中央")), ("edge", new("길 가장자리", "At the edge", "道の端")), ("alley", new("골목길", "In an alley", "路地")));
        Number("pothole", "size", new("크기는 얼마쯤인가요? (cm)", "About how wide is it? (cm)", "大きさはどのくらいですか (cm)"));
        Several("pothole", "danger", new("누구에게 위험한가요?", "For whom is it dangerous?", "誰にとって危険ですか"),
            ("car", new("자동차", "Cars", "自動車")), ("bike", new("자전거·오토바이", "Bicycles, motorcycles", "自転車・バイク")), ("walk", new("걷는 사람", "People on foot", "歩行者")));
        Choice("sidewalk", "width", false, new("어떤 문제인가요?", "What is wrong?", "どんな問題ですか"),
            ("sunk", new("꺼지거나 흔들려요", "Sunken or loose", "沈む・ぐらつく")), ("blocked", new("물건이 막고 있어요", "Blocked", "物でふさがれている")), ("missing", new("보도가 없어요", "There is none", "歩道がない")));
        Choice("streetlight", "lamp", true, new("등이 어떤가요?", "What is the lamp like?", "街灯はどうですか"),
            ("off", new("안 켜져요", "It is out", "つかない")), ("flicker", new("깜빡거려요", "It flickers", "点滅する")), ("bright", new("너무 밝아요", "It is too bright", "明るすぎる")));
        Text("streetlight", "number", new("등주에 적힌 번호", "The number on the post", "柱の番号"), new("노란 표지에 있습니다. 예: 누리 3-0127", "On the yellow plate, such as Nuri 3-0127", "黄色い札にあります。例: ヌリ 3-0127"));
        Day("streetlight", "since", new("언제부터인가요?", "Since when?", "いつからですか"));
        Choice("signal", "problem", true, new("무엇이 문제인가요?", "What is the problem?", "何が問題ですか"),
            ("broken", new("고장", "It does not work", "故障")), ("short", new("신호가 짧아요", "It is too short", "時間が短い")), ("sign", new("표지가 안 보여요", "A sign cannot be seen", "標識が見えない")));
        Several("school-zone", "hour", new("언제 위험한가요?", "When is it dangerous?", "いつ危険ですか"),
            ("morning", new("등교 시간", "On the way to school", "登校時間")), ("noon", new("하교 시간", "On the way home", "下校時間")), ("evening", new("저녁", "In the evening", "夕方")));
        LongText("school-zone", "school", new("학교 이름과 자세한 위치", "Name of the school and exact place", "学校名と詳しい場所"));
        Text("illegal-parking", "plate", new("차의 모습", "What the car looks like", "車の特徴"), new("차량 번호는 공개되지 않는 사진에만 남겨 주세요.", "Leave number plates to the photo, not to the text.", "ナンバーは文章に書かないでください。"));
        Several("illegal-parking", "hours", new("주로 언제 서 있나요?", "When is it there?", "主にいつ止まっていますか"),
            ("morning", new("아침", "Morning", "朝")), ("day", new("낮", "Day", "昼")), ("evening", new("저녁", "Evening", "夕方")), ("night", new("밤", "Night", "夜")));
        Text("parking", "lot", new("주차장 이름", "Name of the car park", "駐車場名"), None);
        Text("bus", "route", new("노선 번호", "Line", "路線番号"), None);
        Text("bus", "stop", new("정류장 번호", "Number of the stop", "停留所番号"), new("정류장 표지의 다섯 자리 숫자입니다.", "The five digits on the sign.", "標識の5桁の数字です。"));
        Number("drain", "depth", new("물의 깊이 (cm)", "Depth of the water (cm)", "水の深さ (cm)"));
        Day("drain", "seen", new("본 날", "Day you saw it", "見た日"));
        Choice("litter", "what", false, new("무엇이 버려져 있나요?", "What was dumped?", "何が捨てられていますか"),
            ("bags", new("쓰레기봉투", "Bags", "ごみ袋")), ("food", new("음식물", "Food", "生ごみ")), ("bulky", new("가구·가전", "Furniture, appliances", "家具・家電")));
        Choice("litter", "often", false, new("얼마나 자주인가요?", "How often?", "どのくらいの頻度ですか"),
            ("once", new("한 번", "Once", "一度")), ("weekly", new("매주", "Weekly", "毎週")), ("daily", new("매일", "Daily", "毎日")));
        Choice("noise", "kind", true, new("어떤 소리인가요?", "What kind of noise?", "どんな音ですか"),
            ("construction", new("공사장", "A building site", "工事現場")), ("shop", new("가게", "A shop", "店")), ("neighbour", new("이웃", "Neighbours", "近隣")));
        Several("noise", "hours", new("언제 시끄러운가요?", "When?", "いつうるさいですか"),
            ("dawn", new("새벽", "Dawn", "早朝")), ("day", new("낮", "Day", "昼")), ("night", new("밤", "Night", "夜")));
        Number("noise", "days", new("일주일에 며칠인가요?", "How many days a week?", "週に何日ですか"));
        Choice("park", "facility", true, new("무엇인가요?", "What is it?", "何ですか"),
            ("bench", new("벤치·정자", "Bench", "ベンチ")), ("toilet", new("화장실", "Toilet", "トイレ")), ("sport", new("운동기구", "Exercise machine", "運動器具")), ("path", new("산책로", "Path", "散策路")));
        Choice("playground", "equipment", true, new("무엇이 문제인가요?", "What is wrong?", "何が問題ですか"),
            ("swing", new("그네·미끄럼틀", "Swing or slide", "ぶらんこ・滑り台")), ("sand", new("모래·바닥", "Sand or ground", "砂場・地面")), ("other", new("그 밖", "Something else", "その他")));
        Choice("playground", "hurt", true, new("다친 아이가 있나요?", "Was a child hurt?", "けがをした子はいますか"),
            ("no", new("아니요", "No", "いいえ")), ("yes", new("네", "Yes", "はい")));
        Choice("tree", "danger", true, new("지금 위험한가요?", "Is it dangerous now?", "今危険ですか"),
            ("yes", new("네, 넘어지거나 떨어질 것 같아요", "Yes, it may fall", "はい、倒れそうです")), ("no", new("아니요", "No", "いいえ")));
        Choice("certificate", "contact", false, new("어떻게 답해 드릴까요?", "How shall we answer?", "回答方法"),
            ("mail", new("전자우편", "E-mail", "メール")), ("phone", new("전화", "Telephone", "電話")));

        void Choice(string category, string code, bool required, LocalText label, params (string Key, LocalText Name)[] options) =>
            categories[category].Ask(code, QuestionType.SingleChoice, label, None, required, [.. options.Select(o => new QuestionOption(o.Key, o.Name))]);

        void Several(string category, string code, LocalText label, params (string Key, LocalText Name)[] options) =>
            categories[category].Ask(code, QuestionType.MultipleChoice, label, None, false, [.. options.Select(o => new QuestionOption(o.Key, o.Name))]);

        void Number(string category, string code, LocalText label) => categories[category].Ask(code, QuestionType.Number, label, None, false, []);

        void Day(string category, string code, LocalText label) => categories[category].Ask(code, QuestionType.Date, label, None, false, []);

        void Text(string category, string code, LocalText label, LocalText hint) => categories[category].Ask(code, QuestionType.Text, label, hint, false, []);

        void LongText(string category, string code, LocalText label) => categories[category].Ask(code, QuestionType.LongText, label, None, false, []);
    }

    private static LocalText None { get; } = new("");
}
