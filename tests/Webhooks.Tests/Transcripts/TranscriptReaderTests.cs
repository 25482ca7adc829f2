using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class TranscriptReaderTests
{
    [Fact]
    public void Every_sort_of_step_is_read()
    {
        Transcript transcript = TranscriptReader.Read("""
            {"name": "a/b", "description": "d", "needs": ["gc"], "managedFields": true,
             "setup": [{"request": {"method": "GET", "path": "/"}, "response": {"status": 200}}],
             "steps": [
               {"retry": 1.5, "note": "n", "request": {"method": "POST", "path": "/x?a=%2F", "headers": {"Impersonate-Group": ["g", "h"], "Accept": "*/*"},
                 "json": {"b": 1.0, "a": "<uid:1> é"}, "credentials": "none"},
                "response": {"status": 429, "partial": true, "headers": {"Content-Type": "t", "Warning": ["v", "w"], "Retry-After": "1"}, "body": null}},
               {"request": {"method": "PUT", "path": "/", "body": ""}, "response": {"status": 200, "text": ""}},
               {"watch": "w", "bookmarks": true, "request": {"method": "GET", "path": "/"}, "response": {"status": 200}},
               {"expect": "w", "events": [{"type": "ADDED"}], "ended": "eof"},
               {"expect": "w", "events": []},
               {"compact": true},
               {"wait": 0.5}],
             "cleanup": ["/a", "/b"]}
            """);

        Assert.Equal(("a/b", "a", true, "gc"), (transcript.Name, transcript.Area, transcript.ShowsManagedFields, Assert.Single(transcript.Needs)));
        Assert.Equal(["/a", "/b"], transcript.Cleanup.AsEnumerable());
        RequestStep first = Assert.IsType<RequestStep>(transcript.Steps[0]);
        Assert.Equal(TimeSpan.FromSeconds(1.5), first.Retry);
        Assert.Equal("POST /x?a=%2F", first.Request.ToString());
        Assert.Equal(["g", "h"], first.Request.HeaderValues("impersonate-group"));
        Assert.Equal("""{"b":1.0,"a":"<uid:1> é"}""", first.Request.Body);
        Assert.True(first.Request.IsAnonymous);
        Assert.Equal((429, "t", "1", true), (first.Response.Status, first.Response.ContentType, first.Response.RetryAfter, first.Response.IsPartial));
        Assert.Equal(["v", "w"], first.Response.Warnings.AsEnumerable());
        RequestStep second = Assert.IsType<RequestStep>(transcript.Steps[1]);
        Assert.Equal(("", ""), (second.Request.Body, second.Response.Text));
        Assert.False(second.Request.IsAnonymous);
        RequestStep third = Assert.IsType<RequestStep>(transcript.Steps[2]);
        Assert.Equal(("w", true, null, null), (third.Watch, third.ShowsBookmarks, third.Request.Body, third.Response.Body));
        Assert.True(Assert.IsType<ExpectStep>(transcript.Steps[3]).Ends);
        Assert.False(Assert.IsType<ExpectStep>(transcript.Steps[4]).Ends);
        Assert.IsType<CompactStep>(transcript.Steps[5]);
        Assert.Equal(TimeSpan.FromMilliseconds(500), Assert.IsType<WaitStep>(transcript.Steps[6]).Time);
    }

    [Theory]
    [InlineData("""{"retries": 1, "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/", "query": ""}, "response": {"status": 200}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/", "credentials": "some"}, "response": {"status": 200}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/", "json": 1, "body": "1"}, "response": {"status": 200}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/"}, "response": {"status": 200, "headers": {"Date": "x"}}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/"}, "response": {}}""")]
    [InlineData("""{"request": {"method": "GET", "path": "/"}}""")]
    [InlineData("""{"expect": "w", "events": [], "ended": "reset"}""")]
    [InlineData("""{"expect": "w"}""")]
    [InlineData("""{"compact": false}""")]
    [InlineData("""{"sleep": 1}""")]
    [InlineData("""{"wait": 1, "wait": 1}""")]
    public void What_the_format_does_not_know_is_refused(string step) =>
        Assert.Throws<FormatException>(() => TranscriptReader.Read($$"""{"name": "a/b", "description": "d", "setup": [], "steps": [{{step}}], "cleanup": []}"""));

    [Fact]
    public void Every_recording_of_the_folder_is_read()
    {
        var names = TranscriptFolder.Names(TranscriptFolder.Own);
        Assert.Equal(213, names.Length);
        Assert.All(names, name => Assert.NotEmpty(TranscriptFolder.Read(TranscriptFolder.Own, name).Steps));
    }

    [Fact]
    public void Padding_is_letters() =>
        Assert.Equal("\"axxx\"<pad:x>", Padding.Fill("\"a<pad:3>\"<pad:x>"));
}
