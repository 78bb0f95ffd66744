using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Says why a passphrase or a name cannot be taken, beside its field.</summary>
public static class AccountErrors
{
    public static void Add(this ModelStateDictionary state, string field, PasswordProblem problem, IStringLocalizer<AccountTexts> T) =>
        state.AddModelError(field, problem switch
        {
            PasswordProblem.TooShort => T["비밀번호는 {0}자 이상으로 써 주세요. 낱말 몇 개를 띄어 써도 좋습니다.", PasswordRules.Shortest],
            PasswordProblem.TooLong => T["비밀번호는 {0}자까지 쓸 수 있습니다.", PasswordRules.Longest],
            _ => T["누구나 떠올리기 쉬운 말이나 이름, 이메일, 숫자 나열로만 된 비밀번호는 쓸 수 없습니다. 다른 낱말을 더해 주세요."],
        });

    public static void Add(this ModelStateDictionary state, string field, DisplayNameProblem problem, IStringLocalizer<AccountTexts> T) =>
        state.AddModelError(field, problem switch
        {
            DisplayNameProblem.TooShort => T["이름은 눈에 보이는 글자로 {0}자 이상 써 주세요.", DisplayNames.Shortest],
            DisplayNameProblem.TooLong => T["이름은 {0}자까지 쓸 수 있습니다.", Account.DisplayNameLength],
            _ => T["시나 시의 부서, 담당 공무원으로 보일 수 있는 이름은 쓸 수 없습니다. 다른 이름을 써 주세요."],
        });
}
