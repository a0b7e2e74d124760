using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>SHA-256 over rows in their order; every value with its type and length, so that no two contents look alike.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(SqlValue[] row)
    {
        Rows++;
        foreach (var value in row) Add(value);
    }

    /// <summary>The hash in lower-case hex.</summary>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Add(in SqlValue value)
    {
        switch (value.Kind)
        {
            case SqlValueKind.Integer:
                Span<byte> number = stackalloc byte[8];
                BinaryPrimitives.WriteInt64BigEndian(number, value.Number);
                Add(1, number);
                break;
            case SqlValueKind.Text:
                Add(2, Encoding.UTF8.GetBytes(value.Text));
                break;
            case SqlValueKind.Uuid:
                Add(2, Encoding.UTF8.GetBytes(value.Uuid.ToString("D")));
                break;
            case SqlValueKind.Blob:
                Add(3, value.Blob);
                break;
            case SqlValueKind.Real:
                Span<byte> real = stackalloc byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(real, value.Real);
                Add(4, real);
                break;
            default:
                Add(0, []);
                break;
        }
    }

    private void Add(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
