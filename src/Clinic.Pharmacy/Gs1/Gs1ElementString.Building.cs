using System.Buffers;

namespace Clinic.Pharmacy.Gs1;

public static partial class Gs1ElementString
{
    /// <summary>The canonical element string, with FNC1 as U+001D only where needed and none in front.</summary>
    /// <remarks>
    /// Order: (01), (11), (15), (17), other elements of predefined length, (10), (21), then the rest,
    /// within these by identifier. Scans that say the same give the same text.
    /// </remarks>
    /// <exception cref="ArgumentException">The scan says nothing.</exception>
    public static string Build(Gs1Scan scan) => Build(scan, "", readable: false);

    /// <summary>The text that a scanner sends for a GS1 DataMatrix: prefix <c>]d2</c> and element string.</summary>
    /// <exception cref="ArgumentException">The scan says nothing.</exception>
    public static string BuildDataMatrix(Gs1Scan scan) => Build(scan, Gs1Symbology.DataMatrix, readable: false);

    /// <summary>The form for people, with each identifier in brackets, in the canonical order.</summary>
    /// <remarks>A bracket in a value that would read as an identifier is written <c>\(</c>; this form can be parsed again.</remarks>
    /// <exception cref="ArgumentException">The scan says nothing.</exception>
    public static string BuildReadable(Gs1Scan scan) => Build(scan, "", readable: true);

    private static string Build(Gs1Scan scan, string prefix, bool readable)
    {
        ArgumentNullException.ThrowIfNull(scan);
        if (scan.IsEmpty) throw new ArgumentException("The scan says nothing.", nameof(scan));
        var buffer = ArrayPool<char>.Shared.Rent(MostCharacters(scan));
        var writer = new Writer(buffer, readable);
        writer.Write(prefix);
        WriteElements(scan, ref writer);
        var text = writer.ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    private static void WriteElements(Gs1Scan scan, ref Writer writer)
    {
        Span<char> digits = stackalloc char[Gtin.Length];
        if (scan.Gtin is { } gtin) writer.Write("01", digits[..gtin.Write(digits)]);
        if (scan.ProductionDate is { } production) writer.Write("11", digits[..production.Write(digits)]);
        if (scan.BestBeforeDate is { } bestBefore) writer.Write("15", digits[..bestBefore.Write(digits)]);
        if (scan.ExpirationDate is { } expiration) writer.Write("17", digits[..expiration.Write(digits)]);
        WriteOthers(scan, ref writer, endsItself: true);
        if (scan.LotNumber is { } lot) writer.Write("10", lot);
        if (scan.Serial is { } serial) writer.Write("21", serial);
        WriteOthers(scan, ref writer, endsItself: false);
    }

    private static void WriteOthers(Gs1Scan scan, ref Writer writer, bool endsItself)
    {
        foreach (var (identifier, value) in scan.OtherElements)
            if (Gs1Definitions.Find(identifier)!.EndsItself == endsItself) writer.Write(identifier, value);
    }

    /// <summary>More than any form needs: every value character may be an escaped bracket.</summary>
    private static int MostCharacters(Gs1Scan scan)
    {
        const int around = 8;
        var most = (8 * around) + (2 * Gtin.Length) + (2 * ((scan.LotNumber?.Length ?? 0) + (scan.Serial?.Length ?? 0)));
        foreach (var element in scan.OtherElements) most += around + (2 * element.Value.Length);
        return most;
    }

    private struct Writer(char[] buffer, bool readable)
    {
        private int length;
        private bool separatorDue;

        public void Write(ReadOnlySpan<char> text)
        {
            text.CopyTo(buffer.AsSpan(length));
            length += text.Length;
        }

        public void Write(string identifier, ReadOnlySpan<char> value)
        {
            if (readable) WriteReadable(identifier, value);
            else WriteBare(identifier, value);
        }

        public override readonly string ToString() => new(buffer, 0, length);

        private void WriteBare(string identifier, ReadOnlySpan<char> value)
        {
            if (separatorDue) buffer[length++] = Gs1Reader.Separator;
            Write(identifier);
            Write(value);
            separatorDue = !Gs1Definitions.Find(identifier)!.EndsItself;
        }

        private void WriteReadable(string identifier, ReadOnlySpan<char> value)
        {
            buffer[length++] = '(';
            Write(identifier);
            buffer[length++] = ')';
            for (var i = 0; i < value.Length; i++)
            {
                if (value[i] == '(' && Gs1Reader.LooksLikeIdentifier(value[i..])) buffer[length++] = '\\';
                buffer[length++] = value[i];
            }
        }
    }
}
