namespace Clinic.Pharmacy.Gs1;

/// <summary>The application identifiers of the GS1 General Specifications, chapter 3.</summary>
/// <remarks>The first two digits decide how long an identifier is. The check pair of 8013 and 8014 is not verified.</remarks>
internal static class Gs1Definitions
{
    /// <summary>More identifiers than the table will ever have; the size of a set of them.</summary>
    public const int MostIdentifiers = 1_024;

    private const string Decimals = "012345";

    private static readonly Gs1Definition?[]?[] ByPrefix = new Gs1Definition?[100][];

    static Gs1Definitions()
    {
        foreach (var definition in All())
        {
            definition.Index = Count++;
            var siblings = ByPrefix[Number(definition.Identifier.AsSpan(0, 2))]
                ??= new Gs1Definition?[SiblingsOf(definition.Identifier.Length)];
            siblings[Number(definition.Identifier.AsSpan(2))] = definition;
        }
    }

    /// <summary>How many identifiers there are.</summary>
    public static int Count { get; }

    /// <summary>The length of the identifiers that begin with two digits, or zero if there are none.</summary>
    public static int LengthOf(ReadOnlySpan<char> twoDigits) =>
        ByPrefix[Number(twoDigits)]?.Length switch { null => 0, 1 => 2, 10 => 3, _ => 4 };

    /// <summary>The definition of an identifier of two to four digits, or null.</summary>
    public static Gs1Definition? Find(ReadOnlySpan<char> digits) =>
        ByPrefix[Number(digits[..2])] is { } siblings && siblings.Length == SiblingsOf(digits.Length)
            ? siblings[Number(digits[2..])]
            : null;

    /// <summary>The definition of an identifier given by a caller, or null for any other text.</summary>
    public static Gs1Definition? Named(string? identifier) =>
        identifier is { Length: >= 2 and <= 4 } && Gs1Charset.Digits.FirstOther(identifier) < 0
            ? Find(identifier)
            : null;

    private static int SiblingsOf(int length) => length switch { 2 => 1, 3 => 10, _ => 100 };

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = (number * 10) + (digit - '0');
        return number;
    }

    private static IEnumerable<Gs1Definition> All() =>
        [.. Items(), .. Measures(), .. Amounts(), .. Parties(), .. Transport(), .. Healthcare(), .. Products(), .. Internal()];

    private static IEnumerable<Gs1Definition> Items() =>
    [
        Key("00", 18),                  // SSCC
        Key("01", 14),                  // GTIN
        Key("02", 14),                  // GTIN of the content
        Text("10", 20),                 // lot
        Date("11"),                     // production
        Date("12"),                     // due date
        Date("13"),                     // packaging
        Date("15"),                     // best before
        Date("16"),                     // sell by
        Date("17"),                     // expiration
        Digits("20", 2, 2),             // variant
        Text("21", 20),                 // serial
        Text("22", 20),                 // consumer product variant
        Text("235", 28),                // third-party serial
        Text("240", 30), Text("241", 30),
        Digits("242", 1, 6),
        Text("243", 20),
        Text("250", 30), Text("251", 30),
        Key("253", 13, tail: 17),       // document
        Text("254", 20),
        Key("255", 13, tail: 12, Gs1Charset.Digits),
        Digits("30", 1, 8),             // variable count
        Digits("37", 1, 8),             // count of the content
    ];

    private static IEnumerable<Gs1Definition> Measures() =>
        from family in (string[])
        [
            "310", "311", "312", "313", "314", "315", "316",
            "320", "321", "322", "323", "324", "325", "326", "327", "328", "329",
            "330", "331", "332", "333", "334", "335", "336", "337",
            "340", "341", "342", "343", "344", "345", "346", "347", "348", "349",
            "350", "351", "352", "353", "354", "355", "356", "357",
            "360", "361", "362", "363", "364", "365", "366", "367", "368", "369",
        ]
        from decimals in Decimals
        select Digits(family + decimals, 6, 6);

    private static IEnumerable<Gs1Definition> Amounts() =>
    [
        .. Family("390", 0, 9, id => Digits(id, 1, 15)),
        .. Family("391", 0, 9, id => Digits(id, 4, 18)),
        .. Family("392", 0, 9, id => Digits(id, 1, 15)),
        .. Family("393", 0, 9, id => Digits(id, 4, 18)),
        .. Family("394", 0, 3, id => Digits(id, 4, 4)),
        .. Family("395", 0, 5, id => Digits(id, 6, 6)),
    ];

    private static IEnumerable<Gs1Definition> Parties() =>
    [
        Text("400", 30), Text("401", 30),
        Key("402", 17),
        Text("403", 30),
        .. Family("41", 0, 7, id => Key(id, 13)),
        Text("420", 20),
        new("421", 4, 12, Gs1Charset.Text) { LeadingDigits = 3 },
        Digits("422", 3, 3),
        Digits("423", 3, 15, step: 3),
        Digits("424", 3, 3),
        Digits("425", 3, 15, step: 3),
        Digits("426", 3, 3),
        Text("427", 3),
    ];

    private static IEnumerable<Gs1Definition> Transport() =>
    [
        Text("4300", 35), Text("4301", 35),
        .. Family("430", 2, 6, id => Text(id, 70)),
        new("4307", 2, 2, Gs1Charset.Text),
        Text("4308", 30),
        Digits("4309", 20, 20),
        Text("4310", 35), Text("4311", 35),
        .. Family("431", 2, 6, id => Text(id, 70)),
        new("4317", 2, 2, Gs1Charset.Text),
        Text("4318", 20), Text("4319", 30),
        Text("4320", 35),
        .. Family("432", 1, 3, id => Digits(id, 1, 1)),
        Digits("4324", 10, 10), Digits("4325", 10, 10),
        Digits("4326", 6, 6),
        .. Family("433", 0, 3, id => new(id, 6, 7, Gs1Charset.Hyphen) { LeadingDigits = 6 }),
    ];

    private static IEnumerable<Gs1Definition> Healthcare() =>
    [
        Digits("7001", 13, 13),         // NATO stock number
        Text("7002", 30),
        Digits("7003", 10, 10),         // expiration with its time
        Digits("7004", 1, 4),           // active potency
        Text("7005", 12),
        Digits("7006", 6, 6),
        Digits("7007", 6, 12, step: 6),
        Text("7008", 3), Text("7009", 10), Text("7010", 2),
        Digits("7011", 6, 10, step: 4),
        Text("7020", 20), Text("7021", 20), Text("7022", 20), Text("7023", 30),
        .. Family("703", 0, 9, id => new(id, 4, 30, Gs1Charset.Text) { LeadingDigits = 3 }),
        new("7040", 4, 4, Gs1Charset.Text) { LeadingDigits = 1 },
        Text("7041", 4),
        .. Family("71", 0, 6, id => Text(id, 20)),     // national reimbursement numbers
        .. Family("723", 0, 9, id => new(id, 3, 30, Gs1Charset.Text)),
        Text("7240", 20),               // protocol
        Digits("7241", 2, 2),
        Text("7242", 25),
        Digits("7250", 8, 8),           // from here to 7259: a person
        Digits("7251", 12, 12),
        Digits("7252", 1, 1),
        Text("7253", 40), Text("7254", 40), Text("7255", 10), Text("7256", 90), Text("7257", 70),
        new("7258", 3, 3, Gs1Charset.Text),
        Text("7259", 40),
    ];

    private static IEnumerable<Gs1Definition> Products() =>
    [
        Digits("8001", 14, 14),
        Text("8002", 20),
        new("8003", 14, 30, Gs1Charset.Text) { LeadingDigits = 14, CheckedDigits = 14 },
        Text("8004", 30),
        Digits("8005", 6, 6),
        new("8006", 18, 18, Gs1Charset.Digits) { LeadingDigits = 18, CheckedDigits = 14 },
        Text("8007", 34),
        Digits("8008", 8, 12, step: 2),
        Text("8009", 50),
        new("8010", 1, 30, Gs1Charset.Component),
        Digits("8011", 1, 12),
        Text("8012", 20), Text("8013", 25), Text("8014", 25),
        Key("8017", 18), Key("8018", 18),
        Digits("8019", 1, 10),
        Text("8020", 25),
        new("8026", 18, 18, Gs1Charset.Digits) { LeadingDigits = 18, CheckedDigits = 14 },
        new("8030", 1, 90, Gs1Charset.Base64),
        Text("8110", 70),
        Digits("8111", 4, 4),
        Text("8112", 70),
        Text("8200", 70),
    ];

    private static IEnumerable<Gs1Definition> Internal() => [Text("90", 30), .. Family("9", 1, 9, id => Text(id, 90))];

    private static IEnumerable<Gs1Definition> Family(string stem, int first, int last, Func<string, Gs1Definition> definition) =>
        Enumerable.Range(first, last - first + 1).Select(n => definition(stem + (char)('0' + n)));

    private static Gs1Definition Text(string id, int longest) => new(id, 1, longest, Gs1Charset.Text);

    private static Gs1Definition Digits(string id, int shortest, int longest, int step = 1) =>
        new(id, shortest, longest, Gs1Charset.Digits) { LeadingDigits = longest, Step = step };

    private static Gs1Definition Date(string id) =>
        new(id, 6, 6, Gs1Charset.Digits) { LeadingDigits = 6, IsDate = true };

    private static Gs1Definition Key(string id, int digits, int tail = 0, Gs1Charset? charset = null) =>
        new(id, digits, digits + tail, charset ?? Gs1Charset.Text) { LeadingDigits = digits, CheckedDigits = digits };
}
