using SocialCity.Text;

namespace SocialCity.Tests.Text;

public sealed class KoreanParticlesTests
{
    [Theory]
    [InlineData("제목을(를) 입력해 주세요.", "제목을 입력해 주세요.")]
    [InlineData("주소을(를) 입력해 주세요.", "주소를 입력해 주세요.")]
    [InlineData("담당자이(가) 없습니다.", "담당자가 없습니다.")]
    [InlineData("사진이(가) 없습니다.", "사진이 없습니다.")]
    [InlineData("내용은(는) 2000자까지", "내용은 2000자까지")]
    [InlineData("비밀번호이(가) 비밀번호 확인과(와) 다릅니다.", "비밀번호가 비밀번호 확인과 다릅니다.")]
    [InlineData("도로관리과(으)로 옮겼습니다.", "도로관리과로 옮겼습니다.")]
    [InlineData("하안1동(으)로 옮겼습니다.", "하안1동으로 옮겼습니다.")]
    [InlineData("서울(으)로 옮겼습니다.", "서울로 옮겼습니다.")]
    [InlineData("'가로등'을(를) 찾았습니다.", "'가로등'을 찾았습니다.")]
    [InlineData("도시 이름(한국어)을(를) 입력해 주세요.", "도시 이름(한국어)을 입력해 주세요.")]
    [InlineData("‘시의 주소 (부산)’을(를) 입력해 주세요.", "‘시의 주소 (부산)’를 입력해 주세요.")]
    [InlineData("(부산)을(를) 골랐습니다.", "(부산)을 골랐습니다.")]
    [InlineData("번호 3을(를) 골랐습니다.", "번호 3을 골랐습니다.")]
    [InlineData("번호 2을(를) 골랐습니다.", "번호 2를 골랐습니다.")]
    [InlineData("번호 1(으)로 골랐습니다.", "번호 1로 골랐습니다.")]
    public void A_particle_fits_the_word_before_it(string text, string settled) => Assert.Equal(settled, KoreanParticles.Settle(text));

    [Theory]
    [InlineData("Wi-Fi을(를) 켰습니다.")]
    [InlineData("을(를)")]
    [InlineData("괄호(처럼) 쓴 말")]
    [InlineData("")]
    public void A_particle_after_what_has_no_known_sound_stays_written_both_ways(string text) => Assert.Equal(text, KoreanParticles.Settle(text));
}
