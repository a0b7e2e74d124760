using System.Collections.Immutable;
using Clinic.Pharmacy.Gs1;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Gs1;

/// <summary>Generated GS1 data: values, elements, scans and the texts that carry them.</summary>
internal static class Gs1Arbitraries
{
    public const char Fnc1 = '\u001d';
    public const int Year = 2026;

    public const string Charset82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    public static Gen<string> Digits(int count) =>
        Gen.Elements<char>("0123456789".ToCharArray()).ArrayOf(count).Select(c => new string(c));

    public static Gen<string> Keys =>
        from length in Gen.Elements(7, 11, 12, 13, 16, 17)
        from digits in Digits(length)
        select digits + CheckDigit.Of(digits);

    public static Gen<Gtin> Gtins =>
        from digits in Digits(13)
        where digits.Any(d => d != '0')
        select Gtin.Parse(digits + CheckDigit.Of(digits));

    public static Gen<string> Texts(int longest)
    {
        var character = Gen.Frequency(
            (6, Gen.Elements(Charset82.ToCharArray())),
            (2, Gen.Elements("()0123".ToCharArray())));
        var plain = from count in Gen.Choose(1, longest)
                    from characters in character.ArrayOf(count)
                    select new string(characters);
        var tricky = Gen.Elements("(21)", "A(17)280331", "(10)", "((1))", "17280331", "()", "(", "A(1)B", "(99)x", "(1234)", "X(12345)")
            .Where(t => t.Length <= longest);
        return Gen.Frequency((5, plain), (1, tricky));
    }

    public static Gen<Gs1Date> Dates =>
        from days in Gen.Choose(0, 36_523)
        from monthOnly in Gen.Elements(true, false, false)
        let day = new LocalDate(1977, 1, 1).PlusDays(days)
        select monthOnly ? Gs1Date.OfMonth(day.ToYearMonth()) : Gs1Date.Of(day);

    public static Gen<Gs1Element> Others => Gen.OneOf(
        from text in Texts(20) from id in Gen.Elements("22", "710", "712", "713", "7240", "254") select new Gs1Element(id, text),
        from text in Texts(30) from id in Gen.Elements("240", "400", "90", "91", "99", "8004") select new Gs1Element(id, text),
        from digits in Digits(6) from id in Gen.Elements("3103", "3202", "3605", "8005", "7006") select new Gs1Element(id, digits),
        from date in Dates from id in Gen.Elements("12", "13", "16") select new Gs1Element(id, date.Raw),
        from n in Gen.Choose(1, 8) from digits in Digits(n) from id in Gen.Elements("30", "37") select new Gs1Element(id, digits),
        from digits in Digits(12) select new Gs1Element("414", digits + CheckDigit.Of(digits)),
        from digits in Digits(17) select new Gs1Element("00", digits + CheckDigit.Of(digits)),
        from digits in Digits(3) from text in Texts(9) select new Gs1Element("421", digits + text),
        from n in Gen.Choose(1, 5) from digits in Digits(3 * n) select new Gs1Element("423", digits));

    public static Gen<Gs1Scan> Scans =>
        from gtin in Maybe(Gtins)
        from lot in MaybeText
        from serial in MaybeText
        from production in Maybe(Dates)
        from bestBefore in Maybe(Dates)
        from expiration in Maybe(Dates)
        from others in Others.ListOf()
        let scan = new Gs1Scan
        {
            Gtin = gtin,
            LotNumber = lot,
            Serial = serial,
            ProductionDate = production,
            BestBeforeDate = bestBefore,
            ExpirationDate = expiration,
            OtherElements = [.. others.DistinctBy(o => o.Identifier).Take(8)],
        }
        where !scan.IsEmpty
        select scan;

    /// <summary>A scan with a bare text that carries it: any order, superfluous separators, repeats, any prefix.</summary>
    public static Gen<(Gs1Scan Scan, string Text)> Carried =>
        from scan in Scans
        from order in Gen.Shuffle(ElementsOf(scan).ToArray())
        from repeat in Gen.Choose(0, 3)
        from prefix in Gen.Elements("", "]d2", "]C1", "]e0", "]Q3", "]J1")
        from noise in Gen.Elements("", "", "", Fnc1.ToString(), new string(Fnc1, 3)).ArrayOf(order.Length + 2)
        let elements = repeat switch { 0 => [.. order, order[0]], 1 => [order[0], .. order], _ => order }
        select (scan, prefix + noise[^1] + string.Concat(elements.Select((e, i) =>
            e.Identifier + e.Value + (NeedsSeparator(e.Identifier) && i < elements.Length - 1 ? Fnc1 : "") + noise[i])));

    /// <summary>The elements of a scan, written down here a second time and apart from the code under test.</summary>
    public static IEnumerable<Gs1Element> ElementsOf(Gs1Scan scan)
    {
        if (scan.Gtin is { } gtin) yield return new("01", gtin.ToString());
        if (scan.ProductionDate is { } production) yield return new("11", production.Raw);
        if (scan.BestBeforeDate is { } bestBefore) yield return new("15", bestBefore.Raw);
        if (scan.ExpirationDate is { } expiration) yield return new("17", expiration.Raw);
        if (scan.LotNumber is { } lot) yield return new("10", lot);
        if (scan.Serial is { } serial) yield return new("21", serial);
        foreach (var other in scan.OtherElements) yield return other;
    }

    /// <summary>The canonical text of a scan, made by sorting instead of by the code under test.</summary>
    public static string Canonical(Gs1Scan scan)
    {
        string[] first = ["01", "11", "15", "17"];
        string[] named = ["10", "21"];
        var sorted = ElementsOf(scan)
            .OrderBy(e => NeedsSeparator(e.Identifier))
            .ThenBy(e => first.Contains(e.Identifier) || named.Contains(e.Identifier) ? 0 : 1)
            .ThenBy(e => e.Identifier, StringComparer.Ordinal)
            .ToList();
        return string.Concat(sorted.Select((e, i) =>
            e.Identifier + e.Value + (NeedsSeparator(e.Identifier) && i < sorted.Count - 1 ? Fnc1 : "")));
    }

    public static bool NeedsSeparator(string identifier) =>
        int.Parse(identifier.AsSpan(0, 2), null) is not (<= 4 or (>= 11 and <= 20) or (>= 31 and <= 36) or 41);

    private static Gen<string?> MaybeText => Gen.Frequency((3, Texts(20).Select(t => (string?)t)), (1, Gen.Constant<string?>(null)));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct =>
        Gen.Frequency((2, gen.Select(t => (T?)t)), (1, Gen.Constant<T?>(null)));
}
