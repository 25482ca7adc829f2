using System.Globalization;
using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Yaml;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Tables;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Watching;
using Webhooks.Schemas.Requests;

namespace Webhooks.Sandbox.Serving;

/// <summary>Sends the answer to one request, in the form that it asks for.</summary>
internal sealed class Responding(HttpContext context, Cluster cluster, Exchange exchange, FaultScript faults, RequestCounts counts)
{
    private readonly RequestInfo _info = exchange.Info;
    private Representation _form = Representation.Json;
    private string? _subresource;
    private string? _deprecation;

    /// <summary>Finds out in which form the answer is wanted.</summary>
    /// <exception cref="StatusException">In none that there is: 406.</exception>
    public void Negotiate(ApiResource resource, ApiSubresource? subresource)
    {
        _subresource = subresource?.Name;
        _deprecation = resource.Deprecation;
        bool isCollection = _info.Verb is "list" or "watch";
        _form = MediaTypes.Choose(context.Request.Headers.Accept.ToString(), resource.IsCustom, isCollection);
    }

    /// <summary>Sends an answer.</summary>
    /// <exception cref="ConnectionCut">A fault cuts the connection.</exception>
    public async Task Send(Answer answer)
    {
        await faults.Pass(exchange);
        foreach (string warning in WarningTexts.Of(_deprecation == null ? answer.Warnings : [_deprecation, .. answer.Warnings]))
        {
            context.Response.Headers.Append("Warning", "299 - " + GoString.Quote(warning));
        }

        if (answer is Answer.Stream stream)
        {
            await SendStream(stream);
            return;
        }

        if (answer is Answer.Empty empty)
        {
            context.Response.StatusCode = empty.Code;
            counts.Add(exchange, context.Request, empty.Code);
            return;
        }

        using PooledBuffer buffer = new(_form.Form == AnswerForm.Object ? answer.UsualLength : 1024);
        (int code, string type) = WriteOrRefuse(answer, buffer);
        if (type != "application/json" || !(_form.IsPretty || IsForPeople()))
        {
            await SendBody(code, type, buffer);
            return;
        }

        using PooledBuffer indented = new();
        IndentedJson.Write(buffer.WrittenSpan, indented);
        await SendBody(code, type, indented);
    }

    /// <summary>Whether somebody reads the answer as it comes: who says so, and programs that show it.</summary>
    private bool IsForPeople()
    {
        string agent = context.Request.Headers.UserAgent.ToString();
        return QueryValues.OptionalFlag(context.Request.Query, "pretty")
            ?? (agent.StartsWith("curl", StringComparison.Ordinal) || agent.StartsWith("Wget", StringComparison.Ordinal) || agent.StartsWith("Mozilla/5.0", StringComparison.Ordinal));
    }

    private (int Code, string Type) WriteOrRefuse(Answer answer, PooledBuffer buffer)
    {
        try
        {
            return Write(answer, buffer);
        }
        catch (StatusException refused)
        {
            buffer.Clear();
            return Write(new Answer.Failure(refused.Status), buffer);
        }
        catch (Exception bug) when (OwnFault.Is(bug))
        {
            buffer.Clear();
            return Write(OwnFault.Of(bug), buffer);
        }
    }

    private (int Code, string Type) Write(Answer answer, PooledBuffer buffer)
    {
        switch (answer)
        {
            case Answer.Object obj:
                Writer().Write(obj, buffer);
                return (obj.Code, Formatted(buffer));
            case Answer.List list:
                Writer().Write(list, buffer);
                return (200, Formatted(buffer));
            case Answer.Document document:
                System.Buffers.BuffersExtensions.Write(buffer, document.Json.Span);
                return (document.Code, document.ContentType);
            case Answer.Text text:
                System.Buffers.BuffersExtensions.Write(buffer, System.Text.Encoding.UTF8.GetBytes(text.Value));
                return (text.Code, "text/plain; charset=utf-8");
            case Answer.Failure failure:
                return (WriteStatus(failure, buffer), Formatted(buffer));
            default:
                throw new InvalidOperationException($"{answer.GetType()} is no body");
        }
    }

    private int WriteStatus(Answer.Failure failure, PooledBuffer buffer)
    {
        failure.Value.Write(new JsonWriter(buffer), failure.Continue);
        if (failure.Value.Details is { RetryAfterSeconds: > 0 and int seconds })
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return failure.Value.Code == 0 ? 200 : failure.Value.Code;
    }

    private string Formatted(PooledBuffer buffer)
    {
        if (!_form.IsYaml)
        {
            return "application/json";
        }

        JsonValue sorted = SortedMembers.Of(JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root);
        buffer.Clear();
        YamlWriter.Write(sorted, buffer);
        return "application/yaml";
    }

    private AnswerWriter Writer() => new(_form, Included(), _subresource, cluster.Time.GetUtcNow());

    private IncludedObject Included() => QueryValues.Text(context.Request.Query, "includeObject") switch
    {
        "" or "Metadata" => IncludedObject.Metadata,
        "None" => IncludedObject.None,
        "Object" => IncludedObject.Object,
        var other => _form.Form != AnswerForm.Table ? IncludedObject.Metadata : throw new StatusException(Status.BadRequest(
            $"Unable to convert to Table as requested: includeObject: Invalid value: {GoString.Quote(other)}: must be 'Metadata', 'Object', 'None', or empty")),
    };

    private async Task SendBody(int code, string type, PooledBuffer buffer)
    {
        HttpResponse response = context.Response;
        exchange.Trace?.Answer(code, buffer.WrittenMemory);
        counts.Add(exchange, context.Request, code);
        response.StatusCode = code;
        response.ContentType = type;
        if (_info.Method == "HEAD")
        {
            return;
        }

        response.ContentLength = buffer.WrittenSpan.Length;
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }

    private async Task SendStream(Answer.Stream stream)
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json";
        exchange.Trace?.Answer(200, default);
        DisturbedLines? disturbed = exchange.WatchFault is { } effect ? new DisturbedLines(effect) : null;
        WatchOutput output = new(stream.Call.Resource, _form, Included(), cluster.Time, json => Showing.In(stream.Call.Resource, json), disturbed);
        WatchRun run = new(cluster, stream.Call.StoredAs, stream.Call.Prefix, stream.Options, stream.Filter, output);
        faults.Enlist(exchange);
        try
        {
            await run.Run(context.Response.BodyWriter, stream.Version, Open, Pass, context.RequestAborted);
        }
        finally
        {
            faults.Delist(exchange);
            counts.Add(exchange, context.Request, 200);
        }

        if (disturbed is { IsCut: true })
        {
            throw new ConnectionCut(afterSending: true);
        }

        async Task Open()
        {
            await context.Response.StartAsync(context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        async ValueTask Pass()
        {
            exchange.Trace?.Sent(output.Events);
            await faults.Pass(exchange);
        }
    }
}
