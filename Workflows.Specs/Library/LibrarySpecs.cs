using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

/// <summary>The built-in library, as it is delivered.</summary>
public class LibrarySpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    [Fact]
    public void It_has_no_errors() => Library.Errors.ShouldBeEmpty();

    [Fact]
    public void Opening_a_restaurant_joins_five_matters_of_four_departments()
    {
        var service = Library.Services["open-restaurant"];

        service.Name.ShouldBe("开办餐饮店");
        service.LeadDepartment.ShouldBe("market-regulation");
        service.Matters.Select(member => member.Matter.Code).ShouldBe(
            ["business-licence-check", "food-business-licence", "outdoor-sign", "fire-safety-check", "tobacco-retail-licence"]);
        service.Matters.Select(member => member.Matter.Department).Distinct().ShouldBe(
            ["market-regulation", "urban-management", "fire-rescue", "tobacco"]);
    }

    [Fact]
    public void Every_limit_has_a_basis_and_no_promise_is_longer_than_the_law()
    {
        foreach (var matter in Library.Matters.Values)
        {
            matter.Statutory.Basis.ShouldNotBeNullOrWhiteSpace(matter.Code);
            matter.Promised.Basis.ShouldNotBeNullOrWhiteSpace(matter.Code);
            matter.Promised.Amount.ShouldBeLessThanOrEqualTo(matter.Statutory.Amount, matter.Code);
        }

        (Library.Matters["food-business-licence"].Statutory with { Extension = null }).ShouldBe(
            new TimeLimit(20, TimeUnit.WorkingDays, ClockKind.Statutory, TimeOwner.Government, "《中华人民共和国行政许可法》第四十二条"));
    }

    [Fact]
    public void The_step_limits_after_acceptance_fit_into_each_promise()
    {
        var steps = Library.SharedProcesses["standard-approval"].Processes.Single().Content.Nodes.OfType<UserTask>().ToDictionary(task => task.Id, DaysOf);

        foreach (var matter in Library.Matters.Values.Where(matter => CallsOf(matter).Any(call => call.CalledElement == "standard-approval")))
        {
            var days = steps["review"] + steps["decide"] + (matter.SiteVisit ? steps["visit"] : 0);
            days.ShouldBeLessThanOrEqualTo(matter.Promised.Amount, matter.Code);
        }
    }

    [Theory]
    [InlineData("open-restaurant")]
    [InlineData("deregister-enterprise")]
    [InlineData("start-enterprise")]
    [InlineData("change-enterprise")]
    [InlineData("joint-utilities")]
    [InlineData("newborn")]
    [InlineData("retirement")]
    [InlineData("after-death")]
    [InlineData("school-admission")]
    public void Every_service_has_examples_of_a_good_and_of_a_bad_end(string service)
    {
        var ends = Library.Examples[service].Select(example => example.Expected.Matters.Values.Select(matter => matter.State).ToList()).ToList();

        ends.ShouldContain(states => states.TrueForAll(state => state == MatterState.CompletedApproved));
        ends.ShouldContain(states => states.Contains(MatterState.CompletedRefused));
    }

    [Fact]
    public void What_a_matter_needs_of_another_of_its_service_is_issued_before()
    {
        var needs =
            from service in Library.Services.Values
            let content = service.Process.Processes[0].Content
            from call in content.Nodes.OfType<CallActivity>()
            from licence in Library.Matters[call.Approval.Matter!].Materials.Select(asked => Library.Materials[asked.Code].Licence).OfType<string>()
            let issuers = content.Nodes.OfType<CallActivity>().Where(other => Library.Matters[other.Approval.Matter!].Results.Any(result => result.Code == licence)).ToList()
            where issuers.Count > 0
            select (service.Code, Matter: call.Approval.Matter, Licence: licence, IsBefore: issuers.Exists(issuer => Before(call.Id, content).Contains(issuer.Id)));

        needs.Count().ShouldBeGreaterThan(20);
        needs.Where(need => !need.IsBefore).ShouldBeEmpty();
    }

    [Fact]
    public void Every_material_says_what_is_reviewed_and_none_is_a_catch_all()
    {
        foreach (var material in Library.Materials.Values)
        {
            material.Name.ShouldNotContain("其他");
            material.Name.ShouldNotContain("等材料");
            Library.Matters.Values.SelectMany(matter => matter.Materials).Where(asked => asked.Code == material.Code)
                .ShouldNotBeEmpty($"{material.Code} is asked for by no matter");
        }

        Library.Matters.Values.SelectMany(matter => matter.Materials).ShouldAllBe(asked => asked.ReviewPoints.Count > 0);
    }

    [Fact]
    public void A_refusal_always_needs_reasons()
    {
        var refusals =
            from model in Library.Models.Values
            from process in model.Processes
            from node in process.Content.Descendants()
            from outcome in node.Approval.Outcomes
            where outcome.MatterState is MatterState.AcceptanceRefused or MatterState.CompletedRefused || outcome.Code is "fail" or "invalid"
            select outcome;

        refusals.ShouldNotBeEmpty();
        refusals.ShouldAllBe(outcome => outcome.RequiresOpinion);
    }

    [Fact]
    public void Every_user_task_has_a_department_a_post_a_step_a_limit_and_outcomes()
    {
        var tasks = Library.Models.Values.SelectMany(model => model.Processes).SelectMany(process => process.Content.Descendants()).OfType<UserTask>().ToList();

        tasks.Count.ShouldBeGreaterThan(7);
        tasks.ShouldAllBe(task => task.Approval.Department != null && task.Approval.Role != null && task.Approval.Step != null);
        tasks.ShouldAllBe(task => task.Approval.TimeLimits.Count > 0 && task.Approval.Outcomes.Count > 0);
    }

    private static IEnumerable<CallActivity> CallsOf(MatterDefinition matter) => Library.Services.Values
        .SelectMany(service => service.Process.Processes.SelectMany(process => process.Content.Descendants()).OfType<CallActivity>())
        .Where(call => call.Approval.Matter == matter.Code);

    /// <summary>The ids of the nodes from which flows lead to a node.</summary>
    private static HashSet<string> Before(string node, FlowScope content)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>([node]);
        while (open.TryPop(out var next))
        {
            foreach (var source in content.Flows.Where(flow => flow.TargetId == next).Select(flow => flow.SourceId).Where(found.Add))
            {
                open.Push(source);
            }
        }

        return found;
    }

    private static decimal DaysOf(UserTask task) => task.Approval.TimeLimits.Where(limit => limit.Kind == ClockKind.Step).Sum(limit => limit.Amount);
}
