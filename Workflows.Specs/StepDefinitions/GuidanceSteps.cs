using Shouldly;
using Workflows.Specs.Drivers;
using Workflows.Specs.Support.Gherkin;

namespace Workflows.Specs.StepDefinitions;

internal sealed class GuidanceSteps(Draft draft)
{
    [Step("经营面积是 {decimal} 平方米")]
    public void FloorArea(decimal squareMetres) => draft.Answer("floorArea", squareMetres);

    [Step("户外招牌{word}，烟草零售{word}")]
    public void SignAndTobacco(string sign, string tobacco)
    {
        draft.Answer("outdoorSign", sign == "是");
        draft.Answer("tobacco", tobacco == "是");
    }

    [Step("制售凉菜")]
    public void ColdDishes() => draft.Answer("coldDishes", true);

    [Step("不制售凉菜")]
    public void NoColdDishes() => draft.Answer("coldDishes", false);

    [Step("表单的{string}填写为{string}")]
    public Task FillIn(string label, string text) => draft.FillIn(label, text);

    [Step("涉及的事项是{string}")]
    public async Task Matters(string names) =>
        string.Join('、', (await draft.Guide()).Matters.Select(member => member.Matter.Name)).ShouldBe(names);

    [Step("表单的部分是{string}")]
    public async Task Sections(string titles) =>
        string.Join('、', (await draft.Guide()).Sections.Select(section => section.Title)).ShouldBe(titles);

    [Step("表单里有{string}")]
    public async Task HasField(string label) => (await draft.Fields()).ShouldContain(field => field.Label == label);

    [Step("表单里没有{string}")]
    public async Task HasNoField(string label) => (await draft.Fields()).ShouldNotContain(field => field.Label == label);

    [Step("材料{string}只列一次，用于 {int} 个事项")]
    public async Task NeededOnce(string material, int matters) =>
        (await draft.Materials()).Single(needed => needed.Material.Name == material).Needs.Count.ShouldBe(matters);

    [Step("需要材料{string}")]
    public async Task Needed(string material) => (await draft.Materials()).ShouldContain(needed => needed.Material.Name == material);
}
