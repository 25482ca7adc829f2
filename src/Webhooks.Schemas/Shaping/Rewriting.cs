using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Shaping;

/// <summary>
/// One pass over a value that leaves members out, replaces and adds some. No recursion; linear in the value. Nothing is written
/// before the first change.
/// </summary>
/// <typeparam name="T">What is known of a container: its schema, and how it is treated.</typeparam>
internal abstract class Rewriting<T>
{
    /// <summary>What was read under bounds is no deeper now than its schema's defaults can make it.</summary>
    private static readonly JsonPolicy Unbounded = JsonPolicy.Server with { MaxDepth = int.MaxValue, MaxBytes = JsonPolicy.LargestText };

    private readonly Stack<Frame> _open = new();
    private bool _isChanged;

    /// <summary>The rewritten value; the very same where nothing was to be done.</summary>
    protected JsonValue Rewrite(JsonValue root, T context)
    {
        if (root.Kind < JsonKind.Array)
        {
            return root;
        }

        using PooledBuffer buffer = new(Math.Max(1024, root.RawText.Length));
        JsonWriter writer = new(buffer);
        Open(root, context, writer);
        while (_open.TryPeek(out Frame? frame))
        {
            if (frame.MoveNext())
            {
                Visit(frame, writer);
            }
            else if (!frame.IsObject || !Add(frame, writer))
            {
                Close(frame, writer);
            }
        }

        return _isChanged ? JsonTree.Parse(buffer.WrittenSpan.ToArray(), Unbounded).Compact().Root : root;
    }

    /// <summary>What becomes of a member of that name, or of an item (there is no name).</summary>
    protected abstract Choice<T> Choose(T parent, JsonValue name, JsonValue value);

    /// <summary>The members to add to an object, each with what is known of it; the names and values are of any document.</summary>
    protected virtual IEnumerable<(string Name, JsonValue Value, T Context)> Additions(JsonValue container, T context) => [];

    /// <summary>Whether paths have a member of that name in brackets.</summary>
    protected virtual bool IsKey(T parent, string name) => false;

    /// <summary>The path to a member of the container that is being looked at, <c>spec.parts[0].name</c>.</summary>
    protected string PathTo(string name) => Path() is { Length: > 0 } path ? $"{path}.{name}" : name;

    /// <summary>The path to the container that is being looked at, <c>spec.parts[0]</c>; empty for the root.</summary>
    protected string Path()
    {
        StringBuilder text = new();
        foreach (Frame frame in _open.Reverse().SkipLast(1))
        {
            bool isKey = frame.IsObject && IsKey(frame.Context, frame.Name);
            text.Append(frame.IsObject && !isKey && text.Length > 0 ? "." : "")
                .Append(isKey ? $"[{frame.Name}]" : frame.IsObject ? frame.Name : frame.Index);
        }

        return text.ToString();
    }

    private void Visit(Frame frame, JsonWriter writer)
    {
        Choice<T> choice = Choose(frame.Context, frame.NameValue, frame.Value);
        if (choice.Kind is not (ChoiceKind.Copy or ChoiceKind.Descend))
        {
            WriteSoFar(writer);
        }

        if (choice.Kind != ChoiceKind.Drop)
        {
            Write(frame, choice, writer);
        }
    }

    private bool Add(Frame frame, JsonWriter writer)
    {
        frame.Additions ??= Additions(frame.Container, frame.Context).GetEnumerator();
        if (!frame.Additions.MoveNext())
        {
            return false;
        }

        WriteSoFar(writer);
        Write(frame, new(ChoiceKind.Descend, frame.Additions.Current.Value, frame.Additions.Current.Context), writer);
        return true;
    }

    private void Write(Frame frame, Choice<T> choice, JsonWriter writer)
    {
        if (_isChanged)
        {
            frame.WriteName(writer);
        }

        if (choice.Kind is not (ChoiceKind.Copy or ChoiceKind.Replace) && choice.Value.Kind >= JsonKind.Array)
        {
            Open(choice.Value, choice.Context, writer);
        }
        else if (_isChanged)
        {
            writer.WriteCompact(choice.Value);
        }
    }

    private void Open(JsonValue container, T context, JsonWriter writer)
    {
        Frame frame = new(container, context);
        _open.Push(frame);
        if (_isChanged)
        {
            frame.Start(writer);
        }
    }

    private void Close(Frame frame, JsonWriter writer)
    {
        _open.Pop();
        if (_isChanged)
        {
            frame.End(writer);
        }
    }

    /// <summary>Before the first change: writes the beginning of each open container, and what was passed in it.</summary>
    private void WriteSoFar(JsonWriter writer)
    {
        if (_isChanged)
        {
            return;
        }

        _isChanged = true;
        foreach (Frame frame in _open.Reverse())
        {
            frame.Start(writer);
            frame.WritePassed(writer);
            if (frame != _open.Peek())
            {
                frame.WriteName(writer);
            }
        }
    }

    /// <summary>A container on the way to where the pass stands.</summary>
    private sealed class Frame(JsonValue container, T context)
    {
        private JsonCursor _cursor = new(container);
        private int _passed = -1;

        public JsonValue Container => container;

        public T Context => context;

        public bool IsObject => _cursor.IsObject;

        /// <summary>The name of the member that it stands on; of an added one there is none in the document.</summary>
        public JsonValue NameValue => _cursor.NameValue;

        public string Name => Additions?.Current.Name ?? _cursor.Name;

        public string Index => string.Create(CultureInfo.InvariantCulture, $"[{_passed}]");

        public JsonValue Value => _cursor.Value;

        public IEnumerator<(string Name, JsonValue Value, T Context)>? Additions { get; set; }

        public bool MoveNext()
        {
            if (Additions != null)
            {
                return false;
            }

            _passed++;
            return _cursor.MoveNext();
        }

        public void Start(JsonWriter writer)
        {
            if (IsObject)
            {
                writer.StartObject();
            }
            else
            {
                writer.StartArray();
            }
        }

        public void End(JsonWriter writer)
        {
            if (IsObject)
            {
                writer.EndObject();
            }
            else
            {
                writer.EndArray();
            }
        }

        public void WriteName(JsonWriter writer)
        {
            if (Additions != null)
            {
                writer.WriteName(Additions.Current.Name);
            }
            else if (IsObject)
            {
                writer.WriteName(_cursor.NameValue);
            }
        }

        /// <summary>Writes the members or items before the one that it stands on; all, once it is through.</summary>
        public void WritePassed(JsonWriter writer)
        {
            JsonCursor passed = new(container);
            for (int i = 0; i < _passed && passed.MoveNext(); i++)
            {
                if (IsObject)
                {
                    writer.WriteName(passed.NameValue);
                }

                writer.WriteCompact(passed.Value);
            }
        }
    }
}
