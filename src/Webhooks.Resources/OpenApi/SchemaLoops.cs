using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// Cuts schemas out of <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c> that lead back to themselves without
/// a step into the value: whoever follows a value over schemas would never end.
/// </summary>
internal sealed class SchemaLoops(SchemaFindings findings)
{
    private readonly Dictionary<SchemaBody, (JsonValue Node, SchemaPath Path)> _places = [];
    private readonly HashSet<SchemaBody> _done = [];
    private readonly HashSet<SchemaBody> _open = [];

    /// <summary>Notes a schema that was filled.</summary>
    public void Enter(JsonValue node, SchemaBody body, SchemaPath path)
    {
        if (body.HasJunctors)
        {
            _places.Add(body, (node, path));
        }
    }

    /// <summary>Cuts all loops among the schemas that were noted. No recursion.</summary>
    public void Cut()
    {
        Stack<(SchemaBody Body, IEnumerator<Schema> Next)> way = new();
        foreach (SchemaBody start in _places.Keys)
        {
            Step(start, way);
            while (way.TryPeek(out (SchemaBody Body, IEnumerator<Schema> Next) at))
            {
                if (!at.Next.MoveNext())
                {
                    _open.Remove(at.Body);
                    way.Pop();
                }
                else if (_open.Contains(at.Next.Current.Body))
                {
                    Cut(at.Body, at.Next.Current.Body);
                }
                else
                {
                    Step(at.Next.Current.Body, way);
                }
            }
        }
    }

    private void Step(SchemaBody body, Stack<(SchemaBody Body, IEnumerator<Schema> Next)> way)
    {
        if (_places.ContainsKey(body) && _done.Add(body))
        {
            _open.Add(body);
            way.Push((body, body.Junctors().ToArray().AsEnumerable().GetEnumerator()));
        }
    }

    private void Cut(SchemaBody body, SchemaBody target)
    {
        body.AllOf = [.. body.AllOf.Where(one => one.Body != target)];
        body.AnyOf = [.. body.AnyOf.Where(one => one.Body != target)];
        body.OneOf = [.. body.OneOf.Where(one => one.Body != target)];
        body.Not = body.Not?.Body == target ? null : body.Not;
        (JsonValue node, SchemaPath path) = _places[body];
        findings.Unresolved(path, node, _places[target].Path.ToString(), "leads back to itself without a step into the value");
    }
}
