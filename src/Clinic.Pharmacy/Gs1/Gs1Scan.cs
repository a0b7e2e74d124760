using System.Collections.Immutable;

namespace Clinic.Pharmacy.Gs1;

/// <summary>What one GS1 symbol says about an article; null is what it does not say.</summary>
/// <remarks>Two scans are equal when they say the same, in whatever order. Upper and lower case differ.</remarks>
public sealed record Gs1Scan
{
    private const string LotIdentifier = "10";
    private const string SerialIdentifier = "21";

    /// <summary>The trade item number (01).</summary>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public Gtin? Gtin
    {
        get;
        init => field = value is { IsEmpty: true } ? throw new ArgumentException("A GTIN must not be empty.", nameof(value)) : value;
    }

    /// <summary>The lot number (10): 1 to 20 characters of GS1 set 82.</summary>
    /// <exception cref="ArgumentException">The text is too long, empty, or has other characters.</exception>
    public string? LotNumber
    {
        get;
        init => field = Checked(LotIdentifier, value);
    }

    /// <summary>The serial number (21): 1 to 20 characters of GS1 set 82.</summary>
    /// <exception cref="ArgumentException">The text is too long, empty, or has other characters.</exception>
    public string? Serial
    {
        get;
        init => field = Checked(SerialIdentifier, value);
    }

    /// <summary>The production date (11).</summary>
    /// <exception cref="ArgumentException">The date is empty.</exception>
    public Gs1Date? ProductionDate
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>The best-before date (15); a matter of quality, not of safety.</summary>
    /// <exception cref="ArgumentException">The date is empty.</exception>
    public Gs1Date? BestBeforeDate
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>The expiration date (17), the last day on which the article may be used.</summary>
    /// <exception cref="ArgumentException">The date is empty.</exception>
    public Gs1Date? ExpirationDate
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>All other elements, ordered by identifier, each identifier once.</summary>
    /// <exception cref="ArgumentException">An element is unknown, repeated, has its own property, or breaks its format.</exception>
    public ImmutableArray<Gs1Element> OtherElements
    {
        get;
        init => field = Ordered(value);
    } = [];

    /// <summary>Whether the scan says nothing at all.</summary>
    public bool IsEmpty =>
        Gtin is null && LotNumber is null && Serial is null
        && ProductionDate is null && BestBeforeDate is null && ExpirationDate is null && OtherElements.IsEmpty;

    /// <summary>Whether both say the same.</summary>
    public bool Equals(Gs1Scan? other) =>
        other is not null
        && Gtin == other.Gtin
        && LotNumber == other.LotNumber
        && Serial == other.Serial
        && ProductionDate == other.ProductionDate
        && BestBeforeDate == other.BestBeforeDate
        && ExpirationDate == other.ExpirationDate
        && OtherElements.AsSpan().SequenceEqual(other.OtherElements.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Gtin, LotNumber, Serial, ProductionDate, BestBeforeDate, ExpirationDate, OtherElements.Length);

    /// <summary>The properties in the form for people; of other elements the identifiers only.</summary>
    public override string ToString()
    {
        var own = this with { OtherElements = [] };
        return (own.IsEmpty ? "" : Gs1ElementString.BuildReadable(own)) + string.Concat(OtherElements);
    }

    private static string? Checked(string identifier, string? value) =>
        value is not null && Gs1Definitions.Named(identifier)!.Check(value, LeapReference).Exists
            ? throw new ArgumentException($"The value of ({identifier}) has a wrong length or a character that GS1 does not allow.", nameof(value))
            : value;

    private static Gs1Date? Checked(Gs1Date? value) =>
        value is { IsEmpty: true } ? throw new ArgumentException("A date must not be empty.", nameof(value)) : value;

    private static ImmutableArray<Gs1Element> Ordered(ImmutableArray<Gs1Element> elements)
    {
        if (elements.IsDefaultOrEmpty) return [];
        foreach (var element in elements) CheckOther(element);
        if (!IsOrdered(elements)) elements = elements.Sort(ByIdentifier);
        return IsOrdered(elements)
            ? elements
            : throw new ArgumentException("An application identifier stands twice.", nameof(elements));
    }

    private static void CheckOther(Gs1Element element)
    {
        if (Gs1Definitions.Named(element.Identifier) is not { } definition)
            throw new ArgumentException($"The application identifier '{element.Identifier}' is not known.", nameof(element));
        if (definition.HasOwnProperty)
            throw new ArgumentException($"({definition.Identifier}) has a property of its own.", nameof(element));
        ArgumentNullException.ThrowIfNull(element.Value);
        Checked(definition.Identifier, element.Value);
    }

    private static bool IsOrdered(ImmutableArray<Gs1Element> elements)
    {
        for (var i = 1; i < elements.Length; i++)
            if (ByIdentifier(elements[i - 1], elements[i]) >= 0) return false;
        return true;
    }

    /// <summary>The order of elements: by the digits of the identifier, as text.</summary>
    internal static int ByIdentifier(Gs1Element left, Gs1Element right) => string.CompareOrdinal(left.Identifier, right.Identifier);

    /// <summary>A window in which the year 00 is a leap year, so that 29 February is never refused here.</summary>
    private const int LeapReference = 2000;
}
