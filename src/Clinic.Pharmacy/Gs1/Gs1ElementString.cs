using System.Runtime.InteropServices;

namespace Clinic.Pharmacy.Gs1;

/// <summary>Reads and writes GS1 element strings, as scanners send them and as people read them.</summary>
/// <remarks>
/// Taken are a bare element string with or without symbology prefix (<c>]d2 ]C1 ]e0 ]Q3 ]J1</c>), the product number
/// of <c>]E0</c> and <c>]E4</c>, and the form for people, which begins with an opening bracket. U+001D is FNC1.
/// A separator that was dropped where a value may go on cannot be noticed; neither can swapped letters.
/// A product number alone, without prefix and identifier, is no element string; read it with <see cref="Gtin"/> first
/// where such barcodes are in use, since some of them look like an element.
/// </remarks>
public static partial class Gs1ElementString
{
    /// <summary>The longest text taken; the largest GS1 symbol holds 3,116 characters.</summary>
    public const int LongestText = 4_096;

    /// <summary>Reads a scan without throwing on any text.</summary>
    /// <param name="text">What the scanner sent, or the form for people.</param>
    /// <param name="referenceYear">The current year at the site; decides the century of dates.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reference year is out of the bounds of <see cref="Gs1Date"/>.</exception>
    public static Gs1ScanResult Parse(ReadOnlySpan<char> text, int referenceYear)
    {
        Gs1Date.CheckReference(referenceYear);
        if (text.Length > LongestText)
            return Unreadable(text, new(PharmacyRules.ScanTooLong, LongestText, $"{LongestText}"));
        if (text.IsEmpty || text[0] != ']') return ParseElements(text, 0, referenceYear);
        var defect = Gs1Symbology.Read(text, out var gtinDigits);
        if (defect.Exists) return Unreadable(text, defect);
        return gtinDigits > 0 ? ParseGtin(text, gtinDigits) : ParseElements(text, Gs1Symbology.Length, referenceYear);
    }

    /// <summary>Reads a scan that a workflow needs.</summary>
    /// <param name="text">What the scanner sent, or the form for people.</param>
    /// <param name="referenceYear">The current year at the site; decides the century of dates.</param>
    /// <exception cref="PharmacyException">PHA601 with position, reason and found character; the reason follows in words.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reference year is out of the bounds of <see cref="Gs1Date"/>.</exception>
    public static Gs1Scan ParseOrThrow(ReadOnlySpan<char> text, int referenceYear) => Parse(text, referenceYear) switch
    {
        Gs1ScanResult.Read read => read.Scan,
        Gs1ScanResult.Unreadable unreadable => throw unreadable.ToException(),
        _ => throw new InvalidOperationException("A scan is either read or unreadable."),
    };

    private static Gs1ScanResult ParseElements(ReadOnlySpan<char> text, int start, int referenceYear)
    {
        var source = new Source(text, start, start == 0 && !text.IsEmpty && text[0] == '(', referenceYear);
        var parts = default(Parts);
        Span<ulong> seen = stackalloc ulong[(Gs1Definitions.MostIdentifiers + 63) / 64];
        var reader = source.Reader();
        while (reader.Read())
        {
            ref var word = ref seen[reader.Definition.Index >> 6];
            var bit = 1UL << reader.Definition.Index;
            if ((word & bit) == 0) parts.Add(reader.Definition, reader.Value, referenceYear);
            else if (!source.FirstValue(reader.Definition).SequenceEqual(reader.Value)) return Unreadable(text, Repeated(reader));
            word |= bit;
        }

        if (reader.Defect.Exists) return Unreadable(text, IsPlainGtin(text, reader) ? PlainGtin : reader.Defect);
        var scan = parts.ToScan(source);
        return scan is null ? Unreadable(text, new(PharmacyRules.ScanEmpty, text.Length, "")) : new Gs1ScanResult.Read(scan);
    }

    private static Gs1ScanResult ParseGtin(ReadOnlySpan<char> text, int digits)
    {
        const string identifier = "01";
        var value = text[Gs1Symbology.Length..];
        var defect = new Gs1Definition(identifier, digits, digits, Gs1Charset.Digits) { LeadingDigits = digits, CheckedDigits = digits }
            .Check(value, Gs1Date.EarliestReferenceYear);
        return defect.Exists
            ? Unreadable(text, defect with { Offset = defect.Offset + Gs1Symbology.Length, Identifier = identifier })
            : new Gs1ScanResult.Read(new Gs1Scan { Gtin = Gtin.FromChecked(value) });
    }

    /// <summary>Whether no element was read, but the whole text makes sense as a product number.</summary>
    private static bool IsPlainGtin(ReadOnlySpan<char> text, in Gs1Reader reader) =>
        reader.IdentifierAt == 0
        && reader.Defect.Code is PharmacyRules.ScanIdentifierUnknown or PharmacyRules.ScanValueTooShort
        && Gtin.TryParse(text, out _);

    private static Gs1Defect PlainGtin => new(PharmacyRules.ScanPlainGtin, 0, "");

    private static Gs1Defect Repeated(in Gs1Reader reader) =>
        new(PharmacyRules.ScanIdentifierRepeated, reader.IdentifierAt, "", reader.Definition.Identifier);

    private static Gs1ScanResult.Unreadable Unreadable(ReadOnlySpan<char> text, Gs1Defect defect) => new(
        defect.Code!,
        defect.Offset + 1,
        defect.Offset < text.Length ? text[defect.Offset] : null,
        defect.Identifier,
        defect.Allowed);

    /// <summary>A text with what is needed to read it again from the beginning.</summary>
    private readonly ref struct Source(ReadOnlySpan<char> text, int start, bool bracketed, int referenceYear)
    {
        private readonly ReadOnlySpan<char> text = text;

        public Gs1Reader Reader() => new(text, start, bracketed, referenceYear);

        public ReadOnlySpan<char> FirstValue(Gs1Definition definition)
        {
            var reader = Reader();
            while (reader.Read())
                if (reader.Definition == definition) return reader.Value;
            return default;
        }

        public Gs1Element[] Others(int count)
        {
            var others = new Gs1Element[count];
            var reader = Reader();
            for (var i = 0; i < count && reader.Read();)
                if (!reader.Definition.HasOwnProperty && !Contains(others.AsSpan(0, i), reader.Definition))
                    others[i++] = new(reader.Definition.Identifier, reader.Value.ToString());
            others.AsSpan().Sort(Gs1Scan.ByIdentifier);
            return others;
        }

        private static bool Contains(ReadOnlySpan<Gs1Element> elements, Gs1Definition definition)
        {
            foreach (var element in elements)
                if (ReferenceEquals(element.Identifier, definition.Identifier)) return true;
            return false;
        }
    }

    /// <summary>The values found so far, without anything allocated.</summary>
    private ref struct Parts
    {
        private Gtin? gtin;
        private Gs1Date? production;
        private Gs1Date? bestBefore;
        private Gs1Date? expiration;
        private ReadOnlySpan<char> lot;
        private ReadOnlySpan<char> serial;
        private int others;

        public void Add(Gs1Definition definition, ReadOnlySpan<char> value, int referenceYear)
        {
            switch (definition.Identifier)
            {
                case "01": gtin = Gtin.FromChecked(value); break;
                case "10": lot = value; break;
                case "11": production = DateOf(value, referenceYear); break;
                case "15": bestBefore = DateOf(value, referenceYear); break;
                case "17": expiration = DateOf(value, referenceYear); break;
                case "21": serial = value; break;
                default: others++; break;
            }
        }

        public readonly Gs1Scan? ToScan(Source source)
        {
            var scan = new Gs1Scan
            {
                Gtin = gtin,
                LotNumber = lot.IsEmpty ? null : lot.ToString(),
                Serial = serial.IsEmpty ? null : serial.ToString(),
                ProductionDate = production,
                BestBeforeDate = bestBefore,
                ExpirationDate = expiration,
                OtherElements = others == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(source.Others(others)),
            };
            return scan.IsEmpty ? null : scan;
        }

        private static Gs1Date DateOf(ReadOnlySpan<char> value, int referenceYear)
        {
            Gs1Date.Read(value, referenceYear, out var date);
            return date;
        }
    }
}
