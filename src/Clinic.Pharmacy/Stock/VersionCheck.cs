namespace Clinic.Pharmacy.Stock;

/// <summary>Guards against changing what somebody else changed since it was read.</summary>
internal static class VersionCheck
{
    public static void Same(Failures failures, string kind, long asked, long found) =>
        failures.Require(asked == found, PharmacyRules.StaleVersion, ("kind", kind), ("asked", asked), ("found", found));
}
