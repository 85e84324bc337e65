using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Workflows.Engine.Accounts;

namespace Workflows.Designer.Accounts;

public sealed partial class SignInPage
{
    private string? refusal;

    [SupplyParameterFromForm]
    private SignInForm? Form { get; set; }

    /// <summary>Where the user wanted to go; only addresses of this application are followed.</summary>
    [SupplyParameterFromQuery(Name = "ReturnUrl")]
    private string? ReturnUrl { get; set; }

    [Inject]
    private SignInManager<Account> Accounts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => Form ??= new SignInForm();

    private async Task SignIn()
    {
        var result = await Accounts.PasswordSignInAsync(Form!.UserName.Trim(), Form.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalPath.Or(ReturnUrl, "/"));
        }
        else
        {
            // An unknown name and a wrong password are told alike: nobody learns which names exist.
            refusal = result.IsLockedOut ? Text["Account.LockedOut"] : Text["Account.Refused"];
        }
    }

    private sealed class SignInForm
    {
        public string UserName { get; set; } = "";

        public string Password { get; set; } = "";
    }
}
