using System.Globalization;
using Clinic.Pharmacy.Gs1;
using FsCheck.Fluent;

namespace Clinic.Pharmacy.Tests.Gs1;

/// <summary>Invariant 36: what is built from what was read is its canonical form, and reading never throws.</summary>
public class Gs1LawTests
{
    private static readonly string[] Fragments =
    [
        "01", "07861005123452", "17280331", "10", "A1", "21", "\u001d", "(", ")", "(10)", "(01)", "(17)280300", "]d2", "]C1", "]d1", "]E0",
        "\\(", "\\", "3103001250", "713", "99", "00", "\0", "\r\n", "٣", "\ud800", "4", "8008", "423", "#", " ",
    ];

    [Fact]
    public void Build_of_what_was_read_is_the_canonical_form() =>
        Prop.ForAll(Gs1Arbitraries.Carried.ToArbitrary(), carried =>
            Gs1ElementString.Parse(carried.Text, Gs1Arbitraries.Year) is Gs1ScanResult.Read { Scan: var scan }
            && scan == carried.Scan
            && Gs1ElementString.Build(scan) == Gs1Arbitraries.Canonical(carried.Scan)).Holds(1_000);

    [Fact]
    public void Each_form_that_is_built_reads_as_the_same_scan() =>
        Prop.ForAll(Gs1Arbitraries.Scans.ToArbitrary(), scan =>
            Gs1ElementString.ParseOrThrow(Gs1ElementString.Build(scan), Gs1Arbitraries.Year) == scan
            && Gs1ElementString.ParseOrThrow(Gs1ElementString.BuildDataMatrix(scan), Gs1Arbitraries.Year) == scan
            && Gs1ElementString.ParseOrThrow(Gs1ElementString.BuildReadable(scan), Gs1Arbitraries.Year) == scan).Holds(1_000);

    [Fact]
    public void Parse_never_throws_on_any_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), IsReadOrPointedAt).Holds(2_000);

    [Fact]
    public void Parse_never_throws_on_any_bytes() =>
        Prop.ForAll(
            Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)).ToArbitrary(),
            IsReadOrPointedAt).Holds(1_000);

    [Fact]
    public void Parse_never_throws_on_fragments_of_valid_texts() =>
        Prop.ForAll(Gen.Elements(Fragments).ArrayOf().Select(string.Concat).ToArbitrary(), IsReadOrPointedAt).Holds(5_000);

    [Fact]
    public void Parse_never_throws_on_damaged_texts()
    {
        var damaged =
            from carried in Gs1Arbitraries.Carried
            from readable in Gen.Elements(true, false)
            let text = readable ? Gs1ElementString.BuildReadable(carried.Scan) : carried.Text
            from at in Gen.Choose(0, text.Length - 1)
            from damage in Gen.Choose(0, 3)
            from character in Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0xFFFF))
            select damage switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, ((char)character).ToString()),
                2 => text[..at] + (char)character + text[(at + 1)..],
                _ => text[..at],
            };
        Prop.ForAll(damaged.ToArbitrary(), IsReadOrPointedAt).Holds(3_000);
    }

    [Fact]
    public void A_wrong_digit_in_a_product_number_is_never_read() =>
        Prop.ForAll(
            (from gtin in Gs1Arbitraries.Gtins
             from at in Gen.Choose(0, 13)
             from shift in Gen.Choose(1, 9)
             select (gtin.ToString(), at, shift)).ToArbitrary(),
            wrong =>
            {
                var digits = wrong.Item1.ToCharArray();
                digits[wrong.at] = (char)('0' + ((digits[wrong.at] - '0' + wrong.shift) % 10));
                return Gs1ElementString.Parse("01" + new string(digits) + "10A", Gs1Arbitraries.Year)
                    is Gs1ScanResult.Unreadable { Code: PharmacyRules.ScanCheckDigitWrong, Position: 16 } or
                       Gs1ScanResult.Unreadable { Code: PharmacyRules.ScanGtinZero };
            }).Holds(500);

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Results_are_the_same_in_every_culture(string name)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var sample = Gs1Arbitraries.Carried.Sample(50, 100).ToList();
        string[] wrong = ["10i#", "17281331", "0107861005123459", "3109000001", "10\u0130", "4232186"];
        var expected = (sample.Select(Outcome).ToList(), wrong.Select(Described).ToList());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Assert.Equal(expected.Item1, sample.Select(Outcome));
            Assert.Equal(expected.Item2, wrong.Select(Described));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }

        static string Outcome((Gs1Scan Scan, string Text) carried)
        {
            var scan = Gs1ElementString.ParseOrThrow(carried.Text, Gs1Arbitraries.Year);
            return $"{Gs1ElementString.Build(scan)}|{Gs1ElementString.BuildReadable(scan)}|{scan}|{scan.Gtin}|{scan.ExpirationDate}|{scan.ExpirationDate?.Raw}";
        }

        static string Described(string text)
        {
            var unreadable = (Gs1ScanResult.Unreadable)Gs1ElementString.Parse(text, Gs1Arbitraries.Year);
            return unreadable.ToFailure() + unreadable.Describe("es") + unreadable.Describe("en") + unreadable.ToException().Message;
        }
    }

    /// <summary>Either what was read comes back from its canonical form, or the defect lies inside the text or just behind it.</summary>
    private static bool IsReadOrPointedAt(string? text) => Gs1ElementString.Parse(text, Gs1Arbitraries.Year) switch
    {
        Gs1ScanResult.Read { Scan: var scan } =>
            Gs1ElementString.Build(scan) is var canonical
            && canonical == Gs1Arbitraries.Canonical(scan)
            && Gs1ElementString.ParseOrThrow(canonical, Gs1Arbitraries.Year) == scan,
        Gs1ScanResult.Unreadable unreadable =>
            unreadable.Position >= 1
            && unreadable.Position <= (text?.Length ?? 0) + 1
            && unreadable.Found == (unreadable.Position <= (text?.Length ?? 0) ? text![unreadable.Position - 1] : null)
            && unreadable.Describe("es").Length > 0
            && unreadable.ToException().Failures.Count == 2,
        _ => false,
    };
}
