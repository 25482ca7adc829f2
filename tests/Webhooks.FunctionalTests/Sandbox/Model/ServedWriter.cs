using System.Net;
using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Writes at random over HTTPS, beside others who write the same objects; a clock goes on, and what was is forgotten.</summary>
internal sealed class ServedWriter(ServedModel model, SandboxClient client, int seed)
{
    private const string Merge = "application/merge-patch+json";
    private const string JsonPatch = "application/json-patch+json";

    // Long enough that connections do not hold what slow watchers leave unread.
    private const int LongestPadding = 24 * 1024;

    private readonly Random _random = new(seed);

    /// <summary>Makes that many writes.</summary>
    public async Task Run(int count)
    {
        for (; count > 0 && !model.IsStopped; count--)
        {
            switch (_random.Next(400))
            {
                case < 4:
                    model.Time.Advance(TimeSpan.FromSeconds(61));
                    break;
                case 4:
                    model.History.Compact(model.Server.Compact);
                    break;
                default:
                    await Write();
                    break;
            }
        }
    }

    private async Task Write()
    {
        // One object is everybody's favourite: there is a crowd around it.
        bool isCrowded = _random.Next(4) == 0;
        ModelKind kind = isCrowded ? ModelKind.All[0] : ModelKind.Choose(_random);
        string path = kind.Path(isCrowded ? ModelScope.Namespaces[0] : kind.ChooseNamespace(_random));
        string name = isCrowded ? "o0" : ModelScope.NameOf(_random);
        Target target = new(kind, $"{path}/{name}");
        switch (_random.Next(100))
        {
            case < 28:
                await Create(target, path, kind.Body(name, ModelScope.LabelOf(_random), Padding(), isHeld: _random.Next(6) == 0));
                break;
            case < 34:
                await Create(target, path, kind.Body(name + "-", ModelScope.LabelOf(_random), Padding()));
                break;
            case < 60:
                await CountUp(target);
                break;
            case < 78:
                await Patch(target, $$$"""{"metadata":{"labels":{"app":"{{{ModelScope.LabelOf(_random)}}}"} } }""");
                break;
            case < 82:
                await Patch(target, "{}");
                break;
            case < 88:
                await Patch(target, """{"metadata":{"finalizers":null}}""");
                break;
            case < 97:
                await Delete(target);
                break;
            default:
                await Send(HttpMethod.Delete, path + (_random.Next(2) == 0 ? "?labelSelector=app%3Dx" : ""), "", "", 200);
                break;
        }
    }

    private async Task Create(Target target, string path, string body)
    {
        if (await Send(HttpMethod.Post, path, body, "application/json", 201, 409) is (201, { } made))
        {
            model.Answers.Made(target.Read(made));
        }
    }

    private async Task Patch(Target target, string patch)
    {
        if (await Send(HttpMethod.Patch, target.Path, patch, Merge, 200, 404) is (200, { } answer))
        {
            TakeShown(target.Read(answer));
        }
    }

    /// <summary>Reads the counter and counts it up, in one of the ways in which nobody else's count is lost.</summary>
    private async Task CountUp(Target target)
    {
        if (await Get(target) is not { } before)
        {
            return;
        }

        string count = $"\"{ModelObject.Counter}\":\"{before.Count + 1}\"";
        (int code, JsonValue answer) = _random.Next(3) switch
        {
            0 => await Send(HttpMethod.Patch, target.Path, ModelKind.CountUp(before.Uid, before.Count), JsonPatch, 200, 404, 422),
            1 => await Send(HttpMethod.Patch, target.Path, $$$"""{"metadata":{"resourceVersion":"{{{before.Revision}}}","annotations":{{{{count}}}} } }""", Merge, 200, 404, 409),
            _ => await Send(HttpMethod.Put, target.Path, target.Typed(before.Text.Replace($"\"{ModelObject.Counter}\":\"{before.Count}\"", count, StringComparison.Ordinal)), "application/json", 200, 404, 409),
        };
        if (code == 200)
        {
            model.Answers.Counted(before, target.Read(answer));
            model.Tally.Add(ModelFact.Count);
        }

        TallyConflict(code);
    }

    private async Task Delete(Target target)
    {
        ModelObject? known = _random.Next(3) == 0 ? await Get(target) : null;
        string options = known == null ? "" : $$$"""{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"resourceVersion":"{{{known.Revision}}}"}}""";
        (int code, JsonValue answer) = await Send(HttpMethod.Delete, target.Path, options, "application/json", 200, 404, 409);
        if (code == 200 && answer["kind"u8].TextEquals("Status"u8))
        {
            model.Answers.Gone(answer["details"u8]["uid"u8].GetString());
        }
        else if (code == 200)
        {
            TakeShown(target.Read(answer));
        }

        TallyConflict(code);
    }

    private async Task<ModelObject?> Get(Target target)
    {
        (HttpStatusCode code, JsonValue body) = await client.GetAsync(target.Path);
        Assert.Contains((int)code, new[] { 200, 404 });
        return code == HttpStatusCode.OK ? target.Read(body) : null;
    }

    /// <summary>Takes an answer; the write that frees an object whose deletion was asked for shows what it would have been.</summary>
    private void TakeShown(ModelObject answer)
    {
        if (answer is { IsGoing: true, IsHeld: false })
        {
            model.Answers.Gone(answer.Uid);
        }
        else
        {
            model.Answers.Shown(answer);
        }
    }

    private async Task<(int Code, JsonValue Body)> Send(HttpMethod method, string path, string body, string type, params int[] codes)
    {
        (HttpStatusCode code, JsonValue answer) = await client.SendAsync(method, path, body, type.Length == 0 ? "application/json" : type);
        Assert.True(codes.Contains((int)code), $"{method} {path}: {(int)code} {Encoding.UTF8.GetString(answer.RawText)}");
        return ((int)code, answer);
    }

    private void TallyConflict(int code)
    {
        if (code is 409 or 422)
        {
            model.Tally.Add(ModelFact.Conflict);
        }
    }

    private string Padding() => new('p', _random.Next(LongestPadding));

    private sealed record Target(ModelKind Kind, string Path)
    {
        public ModelObject Read(JsonValue json) => ModelObject.Read(Kind.Plural, json);

        /// <summary>An object with its type.</summary>
        public string Typed(string text) => $$"""{"apiVersion":"{{Kind.Version}}","kind":"{{Kind.Kind}}",{{text[1..]}}""";
    }
}
