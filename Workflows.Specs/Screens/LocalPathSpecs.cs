using Shouldly;
using Workflows.Designer.Accounts;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>After signing in nobody is led to another site.</summary>
public sealed class LocalPathSpecs
{
    [Theory]
    [InlineData("/inbox")]
    [InlineData("/cases?q=a&page=2")]
    [InlineData("/")]
    public void A_path_of_this_application_is_followed(string path) => LocalPath.Or(path, "/").ShouldBe(path);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("inbox")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example/inbox")]
    public void Anything_else_is_not(string? path) => LocalPath.Or(path, "/start").ShouldBe("/start");
}
