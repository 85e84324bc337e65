using System.Globalization;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflows.Definitions.Libraries;

namespace Workflows.Engine.Drafts;

/// <summary>The files that a new service begins with: a copy of another, or an empty drawing with one lane.</summary>
internal static class ServiceTemplate
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="known">What the published services consist of, by path in a library.</param>
    public static IReadOnlyDictionary<string, string> Files(NewService service, IReadOnlyDictionary<string, string> known)
    {
        var files = known.Where(file => !file.Key.StartsWith("services/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in service.Template is { } template ? Copied(service, template, known) : Empty(service, known))
        {
            files[$"services/{service.Code}/{name}"] = text;
        }

        return files;
    }

    private static IEnumerable<(string Name, string Text)> Copied(NewService service, string template, IReadOnlyDictionary<string, string> known)
    {
        var folder = $"services/{template}/";
        return known.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => (file.Key[folder.Length..], file.Key == folder + "service.yaml" ? Renamed(file.Value, service) : file.Value));
    }

    private static string Renamed(string yaml, NewService service) => ServiceYaml.With(
        ServiceYaml.With(ServiceYaml.With(yaml, "name", Quoted(service.Name)), "version", "1"),
        "effective-on",
        Day(service.EffectiveOn));

    private static IEnumerable<(string Name, string Text)> Empty(NewService service, IReadOnlyDictionary<string, string> known)
    {
        yield return ("service.yaml", $"""
            name: {Quoted(service.Name)}
            lead-department: {service.LeadDepartment}
            applicants: [enterprise, person, organisation]
            promised:
              amount: {service.PromisedDays.ToString(CultureInfo.InvariantCulture)}
              unit: working-days
              basis: 新建服务时填写，依据待补
              assumed: true
            version: 1
            effective-on: {Day(service.EffectiveOn)}
            matters:
            {string.Join('\n', service.Matters.Select(code => $"  - code: {code}"))}
            questions:
              - name: guideRead
                label: 是否已阅读办事指南？
                kind: yes-no
                required: true

            """);
        yield return ("form.yaml", """
            sections:
              - code: basic
                title: 基本信息
                fields:
                  - { name: subject, label: 申请事由, kind: text, required: true, maximum-length: 100 }

            """);
        yield return ("guidance.dmn", Guidance(service));
        yield return ("process.bpmn", Drawing(service, LibraryReader.Read(known).Departments.GetValueOrDefault(service.LeadDepartment)?.Name ?? service.LeadDepartment));
    }

    private static string Guidance(NewService service) => $$"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="{{service.Code}}-guidance" name="{{Escaped(service.Name)}}" namespace="urn:workflows:library:{{service.Code}}:guidance">
          <decision id="guidance" name="guidance">
            <question>这项申请怎样办理？</question>
            <variable id="guidance-variable" name="guidance" />
            <literalExpression id="guidance-expression">
              <text>{ matters: [{{string.Join(", ", service.Matters.Select(code => $"\"{code}\""))}}] }</text>
            </literalExpression>
          </decision>
        </definitions>

        """;

    private static string Drawing(NewService service, string department) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:approval="urn:workflows:approval:1" id="{service.Code}-definitions" targetNamespace="urn:workflows:library">
          <bpmn:collaboration id="{service.Code}-collaboration">
            <bpmn:participant id="{service.Code}-pool" name="{Escaped(service.Name)}" processRef="{service.Code}" />
          </bpmn:collaboration>
          <bpmn:process id="{service.Code}" name="{Escaped(service.Name)}" isExecutable="true">
            <bpmn:laneSet id="{service.Code}-lanes">
              <bpmn:lane id="lane_lead" name="{Escaped(department)}" approval:department="{service.LeadDepartment}" />
            </bpmn:laneSet>
          </bpmn:process>
          <bpmndi:BPMNDiagram id="{service.Code}-diagram">
            <bpmndi:BPMNPlane id="{service.Code}-plane" bpmnElement="{service.Code}-collaboration">
              <bpmndi:BPMNShape id="{service.Code}-pool-shape" bpmnElement="{service.Code}-pool" isHorizontal="true">
                <dc:Bounds x="160" y="80" width="1100" height="320" />
              </bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="lane_lead-shape" bpmnElement="lane_lead" isHorizontal="true">
                <dc:Bounds x="190" y="80" width="1070" height="320" />
              </bpmndi:BPMNShape>
            </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        </bpmn:definitions>

        """;

    // A JSON text is a YAML text.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
