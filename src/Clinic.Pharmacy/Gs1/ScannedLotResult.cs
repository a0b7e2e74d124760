using Clinic.Abstractions;

namespace Clinic.Pharmacy.Gs1;

/// <summary>What adding a scan to a known lot gave.</summary>
public abstract record ScannedLotResult
{
    private ScannedLotResult()
    {
    }

    /// <summary>The scan agrees with what was known, and completes it.</summary>
    /// <param name="Lot">What is known now.</param>
    public sealed record Merged(ScannedLot Lot) : ScannedLotResult;

    /// <summary>The scan says something else than what is known; nothing was changed.</summary>
    /// <param name="Known">What is known.</param>
    /// <param name="Scan">What the symbol says.</param>
    public sealed record Conflicting(ScannedLot Known, Gs1Scan Scan) : ScannedLotResult
    {
        /// <summary>Whether the product numbers differ.</summary>
        public bool GtinDiffers => Known.Gtin is { } known && Scan.Gtin is { } scanned && known != scanned;

        /// <summary>Whether the lot numbers differ.</summary>
        public bool LotNumberDiffers =>
            Known.LotNumber is { } known && Scan.LotNumber is { } scanned && !string.Equals(known, scanned, StringComparison.Ordinal);

        /// <summary>Whether the same lot is said to expire on another day.</summary>
        public bool ExpirationDiffers =>
            !GtinDiffers && !LotNumberDiffers
            && Known.ExpirationDate is { } known && Scan.ExpirationDate is { } scanned && known.Date != scanned.Date;

        internal bool HasDifference => GtinDiffers || LotNumberDiffers || ExpirationDiffers;

        /// <summary>Every difference as a failed guard that names both values.</summary>
        public IReadOnlyList<RuleFailure> ToFailures()
        {
            var failures = new List<RuleFailure>();
            if (GtinDiffers)
                failures.Add(new(PharmacyRules.ScannedGtinDiffers, ("known", Known.Gtin), ("scanned", Scan.Gtin)));
            if (LotNumberDiffers)
                failures.Add(new(PharmacyRules.ScannedLotDiffers, ("known", Known.LotNumber), ("scanned", Scan.LotNumber)));
            if (ExpirationDiffers)
                failures.Add(new(
                    PharmacyRules.ScannedExpirationDiffers,
                    ("lot", Known.LotNumber ?? Scan.LotNumber),
                    ("known", Known.ExpirationDate),
                    ("scanned", Scan.ExpirationDate)));
            return failures;
        }

        /// <summary>The exception of a workflow that cannot go on: every difference at once.</summary>
        public PharmacyException ToException() => new(ToFailures());
    }
}
