using Microsoft.Extensions.Logging;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Server.Logging;
using Xunit;

namespace Webhooks.Tests.Logging;

public sealed class DecisionLogTests
{
    private static readonly Webhook Mutate = WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce())[0];

    private static readonly AdmissionRequest Request = new(
        "705ab4f5", new GroupVersionKind("apps", "v1", "Deployment"), "", AdmissionOperation.Create, "web", "shop",
        Tree("""{"metadata":{"generateName":"web-"},"spec":{"secret":"hunter2"}}"""), default, IsDryRun: false)
    {
        UserInfo = Tree("""{"username":"system:serviceaccount:ci:deployer"}"""),
    };

    private static readonly AdmissionDecision Skip = new AdmissionDecision.Allowed { Reason = "not-requested" };

    [Fact]
    public void A_decision_is_one_line_with_who_what_and_why() => Assert.Equal(
        """
        2026-11-28T17:31:52.123Z INF Admission decided webhook=mutate uid=705ab4f5 operation=CREATE kind=Deployment.apps namespace=shop name=web user=system:serviceaccount:ci:deployer decision=allowed reason=conflict injected=a,b skipped="c=conflict" warnings=1 dryRun=false durationMs=1.235

        """,
        Decided(LogFormat.Text, LogLevel.Information, Request, Warned));

    [Fact]
    public void So_it_is_in_json() => Assert.Equal(
        """
        {"ts":"2026-11-28T17:31:52.123Z","level":"info","logger":"Webhooks.Server.Admission","msg":"Admission decided","webhook":"mutate","uid":"705ab4f5","operation":"CREATE","kind":"Deployment.apps","namespace":"shop","name":"web","user":"system:serviceaccount:ci:deployer","decision":"allowed","reason":"conflict","injected":"a,b","skipped":"c=conflict","warnings":1,"dryRun":false,"durationMs":1.235}

        """,
        Decided(LogFormat.Json, LogLevel.Information, Request, Warned));

    [Fact]
    public void An_object_without_a_name_goes_by_what_its_name_will_start_with()
    {
        string line = Decided(LogFormat.Text, LogLevel.Information, Request with { Name = "" }, Warned);
        Assert.Contains(" namespace=shop generateName=web- user=", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_left_out()
    {
        string line = Decided(
            LogFormat.Text, LogLevel.Debug, Request with { Name = "", Namespace = "", Object = default, UserInfo = default, IsDryRun = true }, Skip);
        Assert.Equal(
            "2026-11-28T17:31:52.123Z DBG Admission decided webhook=mutate uid=705ab4f5 operation=CREATE kind=Deployment.apps decision=allowed reason=not-requested warnings=0 dryRun=true durationMs=1.235\n",
            line);
    }

    [Fact]
    public void A_denial_is_told_at_information_and_a_skip_is_not()
    {
        AdmissionDecision denied = new AdmissionDecision.Denied(Status.Forbidden(new GroupResource("", "pods"), "p", "no")) { Reason = "conflict" };
        Assert.Contains(" INF Admission decided ", Decided(LogFormat.Text, LogLevel.Information, Request, denied), StringComparison.Ordinal);
        Assert.Contains("decision=denied reason=conflict", Decided(LogFormat.Text, LogLevel.Information, Request, denied), StringComparison.Ordinal);
        Assert.Equal("", Decided(LogFormat.Text, LogLevel.Information, Request, Skip));
        Assert.Equal("", Decided(LogFormat.Text, LogLevel.Warning, Request, denied));
    }

    [Fact]
    public void Nothing_of_the_object_s_content_is_told() =>
        Assert.DoesNotContain("hunter2", Decided(LogFormat.Json, LogLevel.Trace, Request, Warned), StringComparison.Ordinal);

    [Fact]
    public void A_request_that_nobody_could_read_is_a_warning() => Assert.Equal(
        "2026-11-28T17:31:52.123Z WRN Admission request failed webhook=mutate status=413 decision=error reason=too-large problem=\"body: longer than 8 bytes\" durationMs=0.5\n",
        WrittenLines.Of(LogFormat.Text, log => DecisionLog.Failed(log, Mutate, 413, "too-large", "body: longer than 8 bytes", TimeSpan.FromMilliseconds(0.5))));

    [Fact]
    public void A_fault_of_ours_is_an_error_with_its_exception()
    {
        string line = WrittenLines.Of(LogFormat.Text, log => DecisionLog.Failed(
            log, Mutate, 500, "internal", "the decision failed", TimeSpan.FromMilliseconds(0.5), new InvalidOperationException("a bug")));
        Assert.StartsWith("2026-11-28T17:31:52.123Z ERR Admission request failed webhook=mutate status=500 ", line, StringComparison.Ordinal);
        Assert.Contains(" exception=\"System.InvalidOperationException: a bug\" stack=", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_written_allocates_nothing()
    {
        using ILoggerFactory loggers = StandardErrorLog.Create(LogFormat.Json, LogLevel.Information, TimeProvider.System);
        ILogger logger = loggers.CreateLogger("Webhooks.Server.Admission");
        Allocations.AssertNone(() => DecisionLog.Decided(logger, Mutate, Request, Skip, TimeSpan.FromMilliseconds(1)));
    }

    private static AdmissionDecision.Allowed Warned => new()
    {
        Reason = "conflict",
        Warnings = ["a warning"],
        Audit = [new("injected", "a,b"), new("skipped", "c=conflict")],
    };

    private static string Decided(LogFormat format, LogLevel level, AdmissionRequest request, AdmissionDecision decision) =>
        WrittenLines.Of(format, log => DecisionLog.Decided(log, Mutate, request, decision, TimeSpan.FromMilliseconds(1.2346)), level);

    private static JsonValue Tree(string json) => JsonTree.Parse(json).Root;
}
