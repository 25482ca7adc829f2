using System.Buffers;

namespace Webhooks.Resources.Json;

/// <summary>
/// The grammar of JSON over <see cref="JsonTokenizer"/>, filling the rows of a tree. Open containers are linked
/// through their rows, so that depth costs neither stack nor memory of its own.
/// </summary>
internal ref struct JsonTreeParser
{
    private readonly JsonPolicy _policy;
    private JsonTokenizer _tokens;
    private MemberNames _names;
    private JsonRow[] _rows;
    private int _count;
    private int _open;
    private int _depth;
    private int _deepest;
    private List<int>? _shadowed;

    public JsonTreeParser(ReadOnlySpan<byte> text, JsonPolicy policy)
    {
        int most = Math.Min(policy.MaxBytes, JsonPolicy.LargestText);
        if (text.Length > most)
        {
            throw new JsonFormatException($"the text has {text.Length} bytes; at most {most} are read", 0);
        }

        _policy = policy;
        _tokens = new JsonTokenizer(text, policy);
        _names = new MemberNames(text);
        // Kubernetes objects have about one row per 14 bytes.
        _rows = ArrayPool<JsonRow>.Shared.Rent(Math.Max(16, text.Length / 12));
        _open = -1;
    }

    /// <summary>Reads one value.</summary>
    /// <param name="isWhole">Whether anything but white space behind the value is an error.</param>
    /// <returns>The rows (rented from the shared pool), their number, the first byte not read, and what was met.</returns>
    public (JsonRow[] Rows, int Count, int Consumed, int Depth, List<int>? Shadowed, bool HasRepairs) Parse(bool isWhole)
    {
        try
        {
            ReadValue();
            while (_open >= 0)
            {
                ReadNext();
            }

            int consumed = _tokens.Position;
            if (isWhole && _tokens.Peek() >= 0)
            {
                throw _tokens.Unexpected("the end of the text");
            }

            return (_rows, _count, consumed, _deepest, _shadowed, _tokens.HasRepairs);
        }
        catch
        {
            ArrayPool<JsonRow>.Shared.Return(_rows);
            throw;
        }
        finally
        {
            _names.Release();
        }
    }

    private void ReadNext()
    {
        bool isObject = _rows[_open].Kind == JsonKind.Object;
        int next = _tokens.Peek();
        if (next == (isObject ? '}' : ']'))
        {
            _tokens.Position++;
            Close();
            return;
        }

        if (_rows[_open].Count > 0)
        {
            if (next != ',')
            {
                throw _tokens.Unexpected(isObject ? "',' or '}'" : "',' or ']'");
            }

            _tokens.Position++;
        }

        if (isObject)
        {
            ReadName();
        }
        else
        {
            _rows[_open].Count++;
        }

        ReadValue();
    }

    private void ReadName()
    {
        if (_tokens.Peek() != '"')
        {
            throw _tokens.Unexpected("a member name in quotes");
        }

        int start = _tokens.Position;
        bool rewritten = _tokens.ReadString();
        int row = Add(JsonKind.String, rewritten, start, _tokens.Position - start, _open);
        int earlier = _names.Enter(_rows, row);
        if (earlier >= 0)
        {
            Shadow(earlier, row);
        }
        else
        {
            _rows[_open].Count++;
        }

        if (_tokens.Peek() != ':')
        {
            throw _tokens.Unexpected("':' after a member name");
        }

        _tokens.Position++;
    }

    private void Shadow(int earlier, int row)
    {
        if (!_policy.IsLenient)
        {
            ReadOnlySpan<byte> raw = _tokens.Text.Slice(_rows[row].Start, _rows[row].Length);
            throw new JsonFormatException($"duplicate member {JsonText.Shorten(raw)}", _rows[row].Start);
        }

        _rows[earlier].IsShadowed = true;
        (_shadowed ??= []).Add(row);
    }

    private void ReadValue()
    {
        int next = _tokens.Peek();
        int start = _tokens.Position;
        switch (next)
        {
            case '{' or '[':
                Open(next == '{' ? JsonKind.Object : JsonKind.Array, start);
                return;
            case '"':
                bool rewritten = _tokens.ReadString();
                AddScalar(JsonKind.String, rewritten, start);
                return;
            case 't':
                _tokens.ReadWord("true"u8);
                AddScalar(JsonKind.True, false, start);
                return;
            case 'f':
                _tokens.ReadWord("false"u8);
                AddScalar(JsonKind.False, false, start);
                return;
            case 'n':
                _tokens.ReadWord("null"u8);
                AddScalar(JsonKind.Null, false, start);
                return;
            case '-' or (>= '0' and <= '9'):
                _tokens.ReadNumber();
                AddScalar(JsonKind.Number, false, start);
                return;
            default:
                throw _tokens.Unexpected("a value");
        }
    }

    private void Open(JsonKind kind, int start)
    {
        if (++_depth > _policy.MaxDepth)
        {
            throw new JsonFormatException($"more than {_policy.MaxDepth} containers inside one another", start);
        }

        _deepest = Math.Max(_deepest, _depth);
        _open = Add(kind, false, start, 1, _open);
        _tokens.Position++;
    }

    private void Close()
    {
        _depth--;
        ref JsonRow row = ref _rows[_open];
        row.Length = _tokens.Position - row.Start;
        (_open, row.End) = (row.End, _count);
    }

    private void AddScalar(JsonKind kind, bool rewritten, int start) =>
        Add(kind, rewritten, start, _tokens.Position - start, _count + 1);

    private int Add(JsonKind kind, bool rewritten, int start, int length, int end)
    {
        if (_count == _rows.Length)
        {
            JsonRow[] larger = ArrayPool<JsonRow>.Shared.Rent(_rows.Length * 2);
            _rows.AsSpan().CopyTo(larger);
            ArrayPool<JsonRow>.Shared.Return(_rows);
            _rows = larger;
        }

        _rows[_count].Set(kind, rewritten, start, length, end);
        return _count++;
    }
}
