using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>Requests that nobody can decide about, and what they are answered.</summary>
public sealed class BadRequestTests : IAsyncLifetime
{
    private const int MaxBody = 1024 * 1024;
    private static readonly TemplateFile Template = new("x.yaml", "containers: [{name: x, image: x}]"u8.ToArray());
    private AdmissionHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await AdmissionHost.StartAsync(InjectionOptions.Default, TemplateLoader.Load([Template], InjectionOptions.DefaultPrefix).Templates, MaxBody);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("", "the body is empty: an AdmissionReview is expected")]
    [InlineData("   ", "the body is no JSON: ")]
    [InlineData("null", "the body is no AdmissionReview: kind: must be AdmissionReview")]
    [InlineData("{}", "the body is no AdmissionReview: kind: must be AdmissionReview")]
    [InlineData("[]", "the body is no AdmissionReview: kind: must be AdmissionReview")]
    [InlineData("{\"kind\":\"AdmissionReview\"", "the body is no JSON: ")]
    [InlineData("kind: AdmissionReview", "the body is no JSON: ")]
    [InlineData("{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}", "the body is no AdmissionReview: kind: must be AdmissionReview")]
    [InlineData("{\"kind\":\"AdmissionReview\"}", "the body is no AdmissionReview: apiVersion: must be admission.k8s.io/v1 or admission.k8s.io/v1beta1")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v2\"}", "the body is no AdmissionReview: apiVersion: ")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}", "the body is no AdmissionReview: request: must be an object")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":null}", "the body is no AdmissionReview: request: must be an object")]
    [InlineData("{\"kind\":\"AdmissionReview\",\"kind\":\"AdmissionReview\"}", "the body is no JSON: ")]
    [InlineData("{\"kind\":\"AdmissionReview\"}{\"kind\":\"AdmissionReview\"}", "the body is no JSON: ")]
    public async Task A_body_that_is_no_review_is_400(string body, string reason)
    {
        foreach (string path in (string[])["/mutate", "/mutate/defaults", "/validate/templates", "/validate/users"])
        {
            await AssertFault(await _host.PostAsync(path, Encoding.UTF8.GetBytes(body)), HttpStatusCode.BadRequest, StatusReason.BadRequest, reason);
        }
    }

    [Theory]
    [InlineData("", "request.uid: must not be empty")]
    [InlineData("\"uid\":\"\",", "request.uid: must not be empty")]
    [InlineData("\"uid\":7,", "request.uid: must be a string")]
    [InlineData("\"uid\":null,", "request.uid: must not be empty")]
    public async Task A_review_without_a_uid_is_400(string uid, string reason) =>
        await AssertUnreadable(Encoding.UTF8.GetBytes(Review(uid)), $"the body is no AdmissionReview: {reason}");

    [Fact]
    public async Task A_uid_of_nearly_a_megabyte_is_400() =>
        await AssertUnreadable(
            Encoding.UTF8.GetBytes(Review($"\"uid\":\"{new string('u', MaxBody - 1000)}\",")), "the body is no AdmissionReview: request.uid: longer than 128 characters");

    [Fact]
    public async Task Nesting_without_end_is_400() =>
        await AssertUnreadable([.. Enumerable.Repeat((byte)'[', 500_000)], "the body is no JSON: ");

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_400() =>
        await AssertUnreadable([(byte)'"', 0xff, (byte)'"'], "the body is no JSON: ");

    [Fact]
    public async Task An_object_that_has_not_the_form_of_its_kind_is_400() =>
        await AssertUnreadable(
            Encoding.UTF8.GetBytes(Review("\"uid\":\"1\",", """{"metadata":{"annotations":{"initializer.kubernetes.io/x":"true"}},"spec":{"containers":7}}""")),
            "the body is no AdmissionReview: /spec/containers: must be a list");

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/yaml")]
    [InlineData("application/json-patch+json")]
    [InlineData("application/vnd.kubernetes.protobuf")]
    public async Task Another_media_type_is_415(string? type)
    {
        using ByteArrayContent content = new("{}"u8.ToArray());
        content.Headers.ContentType = type == null ? null : MediaTypeHeaderValue.Parse(type);
        await AssertFault(
            await _host.Client.PostAsync("/mutate", content), HttpStatusCode.UnsupportedMediaType, StatusReason.UnsupportedMediaType, "Content-Type: must be application/json");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=UTF-8")]
    public async Task Parameters_and_case_of_the_media_type_do_not_matter(string type)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(Review("\"uid\":\"1\",")));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using HttpResponseMessage answer = await _host.Client.PostAsync("/mutate", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_packed_body_is_415()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Review("\"uid\":\"1\",")));
        }

        using ByteArrayContent content = new(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        await AssertFault(
            await _host.Client.PostAsync("/mutate", content), HttpStatusCode.UnsupportedMediaType, StatusReason.UnsupportedMediaType, "Content-Encoding: the body must not be packed");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Another_method_is_405_and_names_the_right_one(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), "/mutate");
        using HttpResponseMessage answer = await _host.Client.SendAsync(request);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        await AssertFault(answer, HttpStatusCode.MethodNotAllowed, StatusReason.MethodNotAllowed, $"{method} is not allowed here: POST an AdmissionReview");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/mutate/x")]
    [InlineData("/mutate/defaults/x")]
    [InlineData("/metrics")]
    [InlineData("/readyz")]
    public async Task Another_path_is_404_and_names_the_right_ones(string path) =>
        await AssertFault(
            await _host.PostAsync(path, "{}"u8.ToArray()), HttpStatusCode.NotFound, StatusReason.NotFound,
            "no webhook has this path; there are /mutate, /mutate/defaults, /validate/templates");

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_body_that_is_too_long_is_413_before_it_is_read(string version)
    {
        using HttpClient client = _host.ClientOf(Version.Parse(version));
        using UnreadContent content = new(100L * 1000 * 1000);
        using HttpRequestMessage request = new(HttpMethod.Post, "/mutate") { Content = content, Version = client.DefaultRequestVersion };
        request.Headers.ExpectContinue = true;
        await AssertFault(await client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge, StatusReason.RequestEntityTooLarge, "the body is longer than 1048576 bytes");
        Assert.Equal(0, content.Sent);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_body_without_a_length_is_read_up_to_the_limit(string version)
    {
        using HttpClient client = _host.ClientOf(Version.Parse(version));
        using HttpResponseMessage short_ = await client.SendAsync(Chunked(Encoding.UTF8.GetBytes(Review("\"uid\":\"1\",")), client));
        Assert.Equal(HttpStatusCode.OK, short_.StatusCode);
        await AssertFault(
            await client.SendAsync(Chunked(new byte[MaxBody + 1], client)), HttpStatusCode.RequestEntityTooLarge, StatusReason.RequestEntityTooLarge, "the body is longer than 1048576 bytes");
    }

    private static HttpRequestMessage Chunked(byte[] body, HttpClient client)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/mutate")
        {
            Content = new StreamContent(new MemoryStream(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Version = client.DefaultRequestVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Content.Headers.ContentLength = null;
        request.Headers.TransferEncodingChunked = client.DefaultRequestVersion == HttpVersion.Version11;
        return request;
    }

    private static string Review(string uid, string @object = "{}") => $$$"""
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{{{{uid}}}"kind":{"group":"","version":"v1","kind":"Pod"},
        "operation":"CREATE","namespace":"n","object":{{{@object}}}}}
        """;

    private async Task AssertUnreadable(byte[] body, string reason) =>
        await AssertFault(await _host.PostAsync("/mutate", body), HttpStatusCode.BadRequest, StatusReason.BadRequest, reason);

    /// <summary>The reason is one line of JSON, a Status, and has no stack in it.</summary>
    private static async Task AssertFault(HttpResponseMessage answer, HttpStatusCode code, StatusReason reason, string message)
    {
        using (answer)
        {
            Assert.Equal(code, answer.StatusCode);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
            byte[] body = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(body.Length - 1, body.AsSpan().IndexOf((byte)'\n'));
            Status status = Assert.IsType<Status>(Status.Read(JsonTree.Parse(body).Root));
            Assert.Equal((StatusOutcome.Failure, reason, (int)code), (status.Outcome, status.Reason, status.Code));
            Assert.StartsWith(message, status.Message, StringComparison.Ordinal);
        }
    }
}
