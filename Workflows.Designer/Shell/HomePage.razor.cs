using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Workflows.Designer.Shell;

public sealed partial class HomePage
{
    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var user = (await SignedIn).User;
        if (user.Identity?.IsAuthenticated == true && NavigationEntry.For(user).FirstOrDefault() is { } first)
        {
            Navigation.NavigateTo(first.Path);
        }
    }
}
