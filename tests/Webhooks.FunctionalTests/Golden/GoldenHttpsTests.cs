using System.Net;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Resources.Json;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>Every golden case through HTTPS: the answer is the library's, to the byte.</summary>
public sealed class GoldenHttpsTests
{
    public static TheoryData<string> Cases => [.. GoldenCases.All.Where(one => one.IsDecided).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_webhook_answers_what_the_library_decides(string name)
    {
        GoldenCase one = GoldenCases.Named(name);
        CaseSettings settings = CaseSettings.Of(one);
        await using AdmissionHost host = await AdmissionHost.StartAsync(settings.Options, settings.Loaded.Templates);
        foreach ((CaseDocument document, CaseDecision decided) in CaseDocument.In(one).Zip(CaseDecision.Of(one)))
        {
            foreach (((_, AdmissionRequest request), InjectionDecision decision) in document.Objects.Zip(decided.Decisions))
            {
                AdmissionReview review = document.Review ?? new AdmissionReview(AdmissionReview.V1, request with { Uid = "golden" });
                byte[] body = document.Review == null ? ReviewText.Of(review.Request) : document.Root.RawText.ToArray();
                using HttpResponseMessage answer = await host.PostAsync(settings.NamespaceOptsIn ? "/mutate/defaults" : "/mutate", body);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(Expected(review, decision), await answer.Content.ReadAsStringAsync());
            }
        }
    }

    private static string Expected(AdmissionReview review, InjectionDecision decision)
    {
        using PooledBuffer answer = new();
        AdmissionAnswer.Write(review, InjectionAnswer.Of(decision), new JsonWriter(answer));
        return System.Text.Encoding.UTF8.GetString(answer.WrittenSpan);
    }
}
