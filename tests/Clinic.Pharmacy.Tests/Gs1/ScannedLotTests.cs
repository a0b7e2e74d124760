using Clinic.Pharmacy.Gs1;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Gs1;

public class ScannedLotTests
{
    private static readonly Gtin Amoxicillin = Gtin.Parse("7861005123452");
    private static readonly Gtin Ibuprofen = Gtin.Parse("96385074");
    private static readonly Gs1Date March = Gs1Date.OfMonth(new YearMonth(2028, 3));
    private static readonly Gs1Date April = Gs1Date.OfMonth(new YearMonth(2028, 4));
    private static readonly ScannedLot Known = new(Amoxicillin, "A1", March);

    [Fact]
    public void Merge_WhenTheScanHasNoExpiration_KeepsTheKnownOne() =>
        Assert.Equal(new ScannedLotResult.Merged(Known), Known.Merge(new Gs1Scan { Gtin = Amoxicillin, LotNumber = "A1" }));

    [Fact]
    public void Merge_WhenNothingIsKnown_TakesTheScan() =>
        Assert.Equal(
            new ScannedLotResult.Merged(Known),
            ScannedLot.Unknown.Merge(new Gs1Scan { Gtin = Amoxicillin, LotNumber = "A1", ExpirationDate = March, Serial = "1" }));

    [Fact]
    public void Merge_WhenTheDayIsTheSame_KeepsTheKnownDigits()
    {
        var scan = new Gs1Scan { LotNumber = "A1", ExpirationDate = Gs1Date.Of(new LocalDate(2028, 3, 31)) };

        Assert.Equal(new ScannedLotResult.Merged(Known), Known.Merge(scan));
    }

    [Fact]
    public void Merge_WhenTheSameLotExpiresOnAnotherDay_NamesBoth()
    {
        var conflict = Assert.IsType<ScannedLotResult.Conflicting>(Known.Merge(new Gs1Scan { LotNumber = "A1", ExpirationDate = April }));

        var failure = Assert.Single(conflict.ToFailures());
        Assert.Equal(PharmacyRules.ScannedExpirationDiffers, failure.Code);
        Assert.Equal(("A1", "2028-03-31", "2028-04-30"), (failure.Facts["lot"], failure.Facts["known"], failure.Facts["scanned"]));
        Assert.Equal(
            "El código escaneado indica que el lote A1 caduca el 2028-04-30, pero consta 2028-03-31.",
            conflict.ToException().Describe(failure, "es"));
    }

    [Fact]
    public void Merge_WhenProductAndLotDiffer_NamesBothDifferencesAndNoExpiration()
    {
        var scan = new Gs1Scan { Gtin = Ibuprofen, LotNumber = "a1", ExpirationDate = April };

        var exception = Assert.IsType<ScannedLotResult.Conflicting>(Known.Merge(scan)).ToException();

        Assert.Equal(
            [PharmacyRules.ScannedGtinDiffers, PharmacyRules.ScannedLotDiffers],
            exception.Failures.Select(f => f.Code));
        Assert.Equal(("07861005123452", "00000096385074"), (exception.Failures[0].Facts["known"], exception.Failures[0].Facts["scanned"]));
        Assert.Equal(("A1", "a1"), (exception.Failures[1].Facts["known"], exception.Failures[1].Facts["scanned"]));
    }

    [Fact]
    public void Merging_never_blanks_or_replaces_what_is_known() =>
        Prop.ForAll(Gs1Arbitraries.Scans.Two().ToArbitrary(), pair =>
        {
            var known = new ScannedLot(pair.Item1.Gtin, pair.Item1.LotNumber, pair.Item1.ExpirationDate);
            return known.Merge(pair.Item2) switch
            {
                ScannedLotResult.Merged { Lot: var lot } =>
                    (known.Gtin is null || lot.Gtin == known.Gtin)
                    && (known.LotNumber is null || lot.LotNumber == known.LotNumber)
                    && (known.ExpirationDate is null || lot.ExpirationDate == known.ExpirationDate)
                    && (pair.Item2.ExpirationDate is null || lot.ExpirationDate?.Date == pair.Item2.ExpirationDate?.Date),
                ScannedLotResult.Conflicting conflict => conflict.ToFailures().Count > 0,
                _ => false,
            };
        }).Holds(500);
}
