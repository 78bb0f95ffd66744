using System.Globalization;
using System.Text;
using SocialCity.Text;
using static SocialCity.Text.PersonalDataKind;

namespace SocialCity.Tests.Text;

public class PersonalDataTests
{
    private static readonly PersonalDataRules Rules = new()
    {
        OwnPhones = ["02-2680-*", "031 120"],
        OwnMailDomains = ["gm.go.kr"],
    };

    [Theory]
    [InlineData(ResidentNumber, "900101-1234567")]
    [InlineData(ResidentNumber, "9001011234567")]
    [InlineData(ResidentNumber, "000229-4234567")]
    [InlineData(ResidentNumber, "201015-3000000")] // issued since 2020-10: no check digit
    [InlineData(ResidentNumber, "991231-9876543")]
    [InlineData(AlienNumber, "900101-5234567")]
    [InlineData(AlienNumber, "050505 - 8234567")]
    [InlineData(CardNumber, "4111-1111-1111-1111")]
    [InlineData(CardNumber, "4111 1111 1111 1111")]
    [InlineData(CardNumber, "4111111111111111")]
    [InlineData(CardNumber, "5500.0000.0000.0004")]
    [InlineData(CardNumber, "3782-822463-10005")]
    [InlineData(CardNumber, "3056-930902-5904")]
    [InlineData(CardNumber, "4222222222222")]
    [InlineData(MobilePhone, "010-1234-5678")]
    [InlineData(MobilePhone, "01012345678")]
    [InlineData(MobilePhone, "010.1234.5678")]
    [InlineData(MobilePhone, "010 1234 5678")]
    [InlineData(MobilePhone, "010)1234-5678")]
    [InlineData(MobilePhone, "010 - 1234 - 5678")]
    [InlineData(MobilePhone, "011-123-4567")]
    [InlineData(MobilePhone, "+82-10-1234-5678")]
    [InlineData(MobilePhone, "+82 (0)10 1234 5678")]
    [InlineData(MobilePhone, "00821012345678")]
    [InlineData(Landline, "02-123-4567")]
    [InlineData(Landline, "031-1234-5678")]
    [InlineData(Landline, "0641234567")]
    [InlineData(Landline, "070-1234-5678")]
    [InlineData(Landline, "0505-123-4567")]
    [InlineData(Landline, "+82-2-123-4567")]
    [InlineData(Passport, "M12345678")]
    [InlineData(Passport, "m123a4567")]
    [InlineData(Passport, "M123A4567")]
    [InlineData(DriverLicence, "11-22-333333-44")]
    [InlineData(DriverLicence, "28 22 333333 44")]
    [InlineData(DriverLicence, "서울 12-345678-90")]
    [InlineData(VehiclePlate, "12가3456")]
    [InlineData(VehiclePlate, "123가4567")]
    [InlineData(VehiclePlate, "12하 3456")]
    [InlineData(VehiclePlate, "12호3456")]
    [InlineData(Email, "hong.gil-dong+a@mail.example.co.kr")]
    [InlineData(Email, "HONG@EXAMPLE.COM")]
    [InlineData(Email, "01012345678@example.com")]
    public void Each_kind_is_found_whole_amid_korean(PersonalDataKind kind, string data)
    {
        foreach (string text in new[] { data, $"연락처는{data}입니다", $"제 번호: {data}.", $"첫 줄\n{data}\n끝 줄", $"({data})" })
        {
            PersonalDataMatch match = Assert.Single(PersonalData.Find(text, Rules));
            Assert.Equal(kind, match.Kind);
            Assert.Contains(data, text.Substring(match.Start, match.Length), StringComparison.Ordinal);
            Assert.InRange(match.Length, data.Length, data.Length);
        }
    }

    [Theory]
    [InlineData(BankAccount, "국민은행 {0}로 보내 주세요", "123456-78-901234")]
    [InlineData(BankAccount, "계좌번호 {0}", "110-123-456789")]
    [InlineData(BankAccount, "신한 {0} 홍길동", "110-123-456789")]
    [InlineData(BankAccount, "{0} (농협)", "3021234567891")]
    [InlineData(BankAccount, "입금: {0}", "1002 123 456789")]
    [InlineData(DriverLicence, "운전면허 {0}", "112233333344")]
    [InlineData(Passport, "여권번호 {0}", "M 12345678")]
    [InlineData(Passport, "passport: {0}", "G20260918")]
    [InlineData(MobilePhone, "tel{0}", "010-1234-5678")]
    [InlineData(MobilePhone, "HP-{0}", "010-1234-5678")]
    public void Some_kinds_are_known_by_a_word_nearby(PersonalDataKind kind, string sentence, string data)
    {
        string text = string.Format(CultureInfo.InvariantCulture, sentence, data);

        PersonalDataMatch match = Assert.Single(PersonalData.Find(text, Rules));

        Assert.Equal(kind, match.Kind);
        Assert.Equal(data, text.Substring(match.Start, match.Length));
        Assert.Empty(PersonalData.Find(PersonalData.Mask(text, [match]), Rules));
    }

    [Theory]
    [InlineData("2026-09-18")]
    [InlineData("2026.09.18. 14:30")]
    [InlineData("2026년 9월 18일 오후 2시 30분")]
    [InlineData("20260918")]
    [InlineData("202609181430")]
    [InlineData("20260918143000")]
    [InlineData("2026-09-18 14:30:00.1234567")]
    [InlineData("접수번호 2026-000123")]
    [InlineData("은행 앞 민원 2026-000123")]
    [InlineData("은행 앞에서 2026-09-18 12:00에 봤습니다")]
    [InlineData("은행 앞 202609181200")]
    [InlineData("1,234,567,890원")]
    [InlineData("예산 15조 2000억 원, 10조2000억")]
    [InlineData("영하 12도 2026년 겨울")]
    [InlineData("제12조 1234")]
    [InlineData("101동 1203호, 12호 1234")]
    [InlineData("37.4786230, 126.8647160")]
    [InlineData("은행 위치 37.4786230 126.8647160")]
    [InlineData("위치: 37.4786230126, 126.86471600123")]
    [InlineData("모델명 SM-010-1234-5678")]
    [InlineData("부품 A010-1234-5678-99")]
    [InlineData("제품 010-1234-5678-99")]
    [InlineData("일련번호 12-010-1234-5678")]
    [InlineData("9901011234567890123456")]
    [InlineData("991301-1234567")] // no 13th month
    [InlineData("990230-1234567")] // no 30 February
    [InlineData("4111-1111-1111-1112")] // not a card by its last digit
    [InlineData("8801234567893")] // a barcode
    [InlineData("1588-1234")]
    [InlineData("국번 없이 120, 112, 119")]
    [InlineData("사업자등록번호 124-81-00998, 국민은행")]
    [InlineData("ISBN 979-11-6224-123-4")]
    [InlineData("버전 1.0.10.1234.5678")]
    [InlineData("AB12345678")]
    [InlineData("P20260918 파일")]
    [InlineData("commit e3f12345678a")]
    [InlineData("우리 동네 이사 오는 일이 구월 이일 사오 일쯤")]
    [InlineData("오오오오오오오오오오오오오")]
    [InlineData("OOO동 OOOO 은행 OOOOOOOOOOOO")]
    [InlineData("000-0000-0000")]
    [InlineData("user@localhost, @handle, a@b")]
    [InlineData("910101-1******")]
    [InlineData("010-****-5678")]
    public void What_only_looks_alike_is_left_alone(string text)
    {
        Assert.Empty(PersonalData.Find(text, Rules));
    }

    [Theory]
    [InlineData("02-2680-2114")]
    [InlineData("0226802114")]
    [InlineData("+82-2-2680-2114")]
    [InlineData("계좌 문의 02-2680-2114")]
    [InlineData("minwon@gm.go.kr")]
    [InlineData("minwon@mail.gm.go.kr")]
    public void The_citys_own_numbers_and_addresses_are_public(string text)
    {
        Assert.Empty(PersonalData.Find(text, Rules));
        Assert.NotEmpty(PersonalData.Find(text, PersonalDataRules.Strict));
    }

    [Fact]
    public void A_place_may_allow_a_kind()
    {
        PersonalDataRules rules = new() { Allowed = [VehiclePlate] };

        Assert.Equal([MobilePhone], PersonalData.Find("12가3456 불법 주차, 010-1234-5678", rules).Select(match => match.Kind));
    }

    public static TheoryData<PersonalDataKind, string, string> Numbers => new()
    {
        { ResidentNumber, "", "900101-1234567" },
        { AlienNumber, "", "900101-6234567" },
        { CardNumber, "", "4111-1111-1111-1111" },
        { MobilePhone, "", "010-1234-5678" },
        { Landline, "", "031-234-5678" },
        { DriverLicence, "", "11-22-333333-44" },
        { Passport, "", "M12345678" },
        { BankAccount, "계좌 ", "123456-78-901234" },
        { VehiclePlate, "", "12가3456" },
    };

    /// <summary>Every disguise of every kind: how the digits are written, what stands between the groups, what hides between the letters.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Disguises_do_not_help(PersonalDataKind kind, string before, string data)
    {
        Func<string, string>[] digits =
        [
            text => text,
            text => Map(text, digit => ((char)('０' + digit)).ToString()),
            text => Map(text, digit => "공일이삼사오육칠팔구"[digit].ToString()),
            text => Map(text, digit => "영일이삼사오륙칠팔구"[digit].ToString()),
            text => Map(text, digit => char.ConvertFromUtf32(0x1D7D8 + digit)),
            text => Map(text, digit => "⓪①②③④⑤⑥⑦⑧⑨"[digit].ToString()),
            text => Map(text, digit => "〇一二三四五六七八九"[digit].ToString()),
            text => Map(text, digit => digit + "\uFE0F\u20E3"),
            text => Map(text, digit => digit == 0 ? "O" : digit.ToString(CultureInfo.InvariantCulture)),
            text => text.Normalize(NormalizationForm.FormD),
        ];
        string[] dashes = ["-", "–", "－", "−", "ㅡ", " ", "\u00A0", "-\u200B", " - "];
        string[] between = ["", "\u200B", "\uFEFF", "\u00AD", "\u2060\u200D"];

        foreach (Func<string, string> write in digits)
        {
            foreach (string dash in dashes)
            {
                foreach (string hidden in between)
                {
                    string written = write(data).Replace("-", dash, StringComparison.Ordinal);
                    string disguised = string.Join(hidden, written.EnumerateRunes().Select(rune => rune.ToString()));
                    string text = $"안녕하세요. {before}{disguised} 확인 바랍니다.";

                    PersonalDataMatch match = Assert.Single(PersonalData.Find(text, Rules));
                    Assert.Equal(kind, match.Kind);
                    Assert.Equal(disguised, text.Substring(match.Start, match.Length));
                    string masked = PersonalData.Mask(text, [match]);
                    Assert.Empty(PersonalData.Find(masked, Rules));
                    Assert.StartsWith("안녕하세요. " + before, masked, StringComparison.Ordinal);
                    Assert.EndsWith(" 확인 바랍니다.", masked, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("010-1234-5678", "010-●●●●-●●●●")]
    [InlineData("010 1234 5678", "010 ●●●● ●●●●")]
    [InlineData("01012345678", "010●●●●●●●●")]
    [InlineData("공일공-일이삼사-오육칠팔", "010-●●●●-●●●●")]
    [InlineData("+82-10-1234-5678", "+82-10-●●●●-●●●●")]
    [InlineData("02-123-4567", "0●-●●●-●●●●")]
    [InlineData("900101-1234567", "●●●●●●-●●●●●●●")]
    [InlineData("4111-1111-1111-1111", "●●●●-●●●●-●●●●-●●●●")]
    [InlineData("hong@example.com", "●●●●@●●●●●●●.●●●")]
    [InlineData("12가3456", "●●●●●●●")]
    [InlineData("M12345678", "●●●●●●●●●")]
    [InlineData("9\u200B00101-1234567", "●●●●●●-●●●●●●●")]
    [InlineData("전화 010-1234-5678, 메일 a@b.kr.", "전화 010-●●●●-●●●●, 메일 ●@●.●●.")]
    public void Masking_keeps_the_shape_and_identifies_nobody(string text, string masked)
    {
        Assert.Equal(masked, PersonalData.Mask(text, PersonalData.Find(text, Rules)));
    }

    [Fact]
    public void Masking_takes_findings_in_any_order_overlapping_or_out_of_range()
    {
        PersonalDataMatch[] matches = [new(Email, 6, 100), new(ResidentNumber, 0, 4), new(CardNumber, 2, 4)];

        Assert.Equal("●●●●56●●●●", PersonalData.Mask("abcd56789!", [matches[1], new(Email, 6, 100)]));
        Assert.Equal("●●●●●●●●●●", PersonalData.Mask("abcd56789!", matches));
    }

    [Fact]
    public void Several_findings_come_in_order_and_do_not_overlap()
    {
        const string Text = "900101-1234567, 010-1234-5678/02-123-4567 그리고 a@b.kr, 12가3456";

        IReadOnlyList<PersonalDataMatch> found = PersonalData.Find(Text, Rules);

        Assert.Equal([ResidentNumber, MobilePhone, Landline, Email, VehiclePlate], found.Select(match => match.Kind));
        Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }

    [Fact]
    public void Any_text_is_searched_and_no_mask_is_found_again()
    {
        Random random = new(7);
        string[] parts =
        [
            "0", "1", "2", "9", "-", " ", "010", "공", "일", "가", "호", "@", "a", "M", ".kr", "은행", "\u200B", "\uD800", "\uFFFE", "①",
            "\n", "900101", "1234567", "12", "5678", "(", "+82", "\u1100", "\u1161", "ﷺ", "㏂", "/",
        ];
        for (int round = 0; round < 20_000; round++)
        {
            string text = string.Concat(random.GetItems(parts, random.Next(1, 25)));
            IReadOnlyList<PersonalDataMatch> found = PersonalData.Find(text, Rules);
            Assert.All(found, match => Assert.InRange(match.Start + match.Length, match.Start + 1, text.Length));
            string masked = PersonalData.Mask(text, found);

            // What a mask leaves standing alone may be found now; the mask itself never.
            Assert.All(
                PersonalData.Find(masked, Rules),
                match => Assert.DoesNotContain('●', masked.Substring(match.Start, match.Length)));
        }
    }

    /// <summary>Completes: a pattern that goes back and forth would not.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    [InlineData("일이")]
    [InlineData("1-")]
    [InlineData("010-")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("a@b.")]
    [InlineData("12가")]
    [InlineData("M1")]
    [InlineData("은행 12345-")]
    [InlineData("\u200B")]
    [InlineData("ﷺ")]
    [InlineData("٣-")]
    public void A_hostile_megabyte_is_read_in_one_go(string unit)
    {
        string hostile = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        IReadOnlyList<PersonalDataMatch> found = PersonalData.Find(hostile + " 가 010-1234-5678", Rules);

        Assert.Contains(found, match => match.Kind == MobilePhone && match.Start == hostile.Length + 3);
    }

    private static string Map(string text, Func<int, string> write) =>
        string.Concat(text.Select(character => char.IsAsciiDigit(character) ? write(character - '0') : character.ToString()));
}
