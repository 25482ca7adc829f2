using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;
using Webhooks.Tests.Golden;
using Xunit;

namespace Webhooks.Tests.Histories;

/// <summary>Every history through the library, through the command line, and as the API server stores objects.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly string _files = Directory.CreateTempSubdirectory("history").FullName;

    public static TheoryData<string> Histories => [.. HistoryCase.All.Select(one => one.Name)];

    public void Dispose() => Directory.Delete(_files, recursive: true);

    [Theory]
    [MemberData(nameof(Histories))]
    public void Each_step_leads_to_what_the_history_expects(string name)
    {
        HistoryRewriting.WhenAsked();
        HistoryCase history = HistoryCase.Named(name);
        string[] problems =
        [
            .. history.Problems(),
            .. HistoryPlay.Of(history).Where(played => File.Exists(played.Step.Expected)).SelectMany(played => Differences(name, played)),
        ];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    /// <summary>Rule 2 of updates: to the byte.</summary>
    [Theory]
    [MemberData(nameof(Histories))]
    public void A_pod_template_in_which_nothing_of_the_users_changed_is_left_to_the_letter(string name) =>
        Assert.All(
            HistoryPlay.Of(HistoryCase.Named(name)).Where(played => !played.IsRollOut && played.Decision.Outcomes.Any(outcome => outcome.Reason == InjectionReason.Unchanged)),
            played => Assert.Equal(Workloads.PodTemplate(played.Request.OldObject).ToString(), Workloads.PodTemplate(played.Result).ToString()));

    [Theory]
    [MemberData(nameof(Histories))]
    public void The_command_line_decides_alike(string name)
    {
        HistoryCase history = HistoryCase.Named(name);
        foreach (PlayedStep played in HistoryPlay.Of(history))
        {
            CommandResult result = InProcess.Run([.. Arguments(played), .. new GoldenCase(name, history.Folder).Options]);
            string[] said =
            [
                .. played.Decision.Warnings.Select(warning => warning.Text),
                .. played.Templates.Problems.Select(problem => problem.Message),
                .. played.Decision is InjectionDecision.Denied denied ? [denied.Status.Message!] : Array.Empty<string>(),
            ];
            Assert.Equal(played.Yaml, result.Output);
            Assert.All(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(said), pair => Assert.EndsWith($": {pair.Second}", pair.First, StringComparison.Ordinal));
            Assert.Equal(said.Length, result.Errors.Count(next => next == '\n'));
            Assert.Equal(said.Length > played.Decision.Warnings.Count ? 1 : 0, result.ExitCode);
        }
    }

    /// <summary>What the API server sends has its defaults; what stands in a repository has not, and is compared with what has.</summary>
    [Theory]
    [MemberData(nameof(Histories))]
    public void Objects_as_they_are_stored_and_as_they_are_written_are_decided_alike(string name)
    {
        HistoryCase history = HistoryCase.Named(name);
        CaseSettings settings = CaseSettings.Of(new GoldenCase(name, history.Folder));
        foreach (PlayedStep played in HistoryPlay.Of(history))
        {
            AdmissionRequest written = played.Request;
            AdmissionRequest offline = written with { OldObject = StoredWorkload.Live(written.OldObject) };
            AdmissionRequest online = offline with { Object = StoredWorkload.Of(written.Object) };
            Assert.Equal(StoredWorkload.Outcome(played), StoredWorkload.Outcome(Decide(online)));
            Assert.Equal(StoredWorkload.Outcome(played), StoredWorkload.Outcome(Decide(offline)));

            PlayedStep Decide(AdmissionRequest request) =>
                HistoryPlay.Decide(settings, played.Step, request, played.TemplateFolder, played.Templates);
        }
    }

    private static IEnumerable<string> Differences(string name, PlayedStep played)
    {
        string expected = File.ReadAllText(played.Step.Expected);
        string actual = played.Header + played.Yaml;
        return expected == actual
            ? []
            : [$"{name}/{Path.GetFileName(played.Step.Expected)} (- expected, + decided; `make golden` rewrites it):\n{LineDiff.Of(expected, actual)}"];
    }

    private IEnumerable<string> Arguments(PlayedStep played)
    {
        string[] old = played.Request.Operation == AdmissionOperation.Update ? ["--old", Write("old.yaml", played.Request.OldObject)] : [];
        return ["inject", "-f", Write("request.yaml", played.Request.Object), "--templates", played.TemplateFolder, .. old, "-o", "yaml"];
    }

    private string Write(string file, JsonValue value)
    {
        string path = Path.Combine(_files, file);
        File.WriteAllText(path, YamlWriter.ToText(value));
        return path;
    }
}
