using System.Globalization;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Everything that may be wrong with a rule, all named at once.</summary>
internal static class AlertRuleCheck
{
    private const int MostAddresses = 50;
    private const int MostEscalations = 5;
    private const int LongestAtc = 7;

    public static void All(Failures failures, AlertRuleSnapshot rule)
    {
        failures.Require(Enum.IsDefined(rule.Kind), PharmacyRules.AlertSettingWrong, ("setting", "kind"), ("kind", rule.Kind), ("found", (int)rule.Kind), ("allowed", "a known kind"));
        Scope(failures, rule);
        Settings(failures, rule);
        Recipients(failures, rule.To);
        failures.Require(rule.Escalations.Count <= MostEscalations, PharmacyRules.AlertEscalationsWrong, ("allowed", MostEscalations));
        var before = Duration.Zero;
        foreach (var step in rule.Escalations)
        {
            failures.Require(step.After > before && step.After <= Duration.FromDays(365), PharmacyRules.AlertEscalationsWrong, ("allowed", MostEscalations));
            before = step.After > before ? step.After : before;
            Recipients(failures, step.To);
        }
    }

    private static void Scope(Failures failures, AlertRuleSnapshot rule)
    {
        var s = rule.Scope;
        failures.Require(s.Products <= 1, PharmacyRules.AlertScopeWrong, ("what", "presentation, medication, controlled, atcPrefix"));
        failures.Require(s.Department is null || s.Location is null, PharmacyRules.AlertScopeWrong, ("what", "department, location"));
        Check(failures, rule.Kind, "scope.atcPrefix", s.AtcPrefix is null || (s.AtcPrefix.Length is >= 1 and <= LongestAtc && s.AtcPrefix.All(char.IsAsciiLetterOrDigit)), s.AtcPrefix, $"1 to {LongestAtc} letters and digits");
        Check(failures, rule.Kind, "scope.controlled", s.Controlled is not { } c || Enum.IsDefined(c), s.Controlled, "a known class");
    }

    private static void Settings(Failures failures, AlertRuleSnapshot rule)
    {
        var (kind, s) = (rule.Kind, rule.Settings);
        Only(failures, kind, "levels", s.Levels, AlertKind.Expiry);
        Only(failures, kind, "minimumOnHand", s.MinimumOnHand, AlertKind.LowStock);
        Only(failures, kind, "minimumDays", s.MinimumDays, AlertKind.LowStock);
        Only(failures, kind, "windowDays", s.WindowDays, AlertKind.LowStock, AlertKind.ExpiryRisk, AlertKind.UnusualConsumption);
        Only(failures, kind, "horizonDays", s.HorizonDays, AlertKind.ExpiryRisk);
        Only(failures, kind, "minimumValue", s.MinimumValue, AlertKind.ExpiryRisk);
        Only(failures, kind, "threshold", s.Threshold, AlertKind.UnusualConsumption);
        Only(failures, kind, "floor", s.Floor, AlertKind.UnusualConsumption);
        Only(failures, kind, "minimumSample", s.MinimumSample, AlertKind.UnusualConsumption);
        Only(failures, kind, "direction", s.Direction, AlertKind.UnusualConsumption);
        Only(failures, kind, "openDays", s.OpenDays, AlertKind.DiscrepancyOpen);
        Check(failures, kind, "levels", s.Levels is null || (s.Levels.Count is >= 1 and <= 10 && s.Levels.All(l => l is >= 0 and <= 3650) && s.Levels.Distinct().Count() == s.Levels.Count),
            s.Levels is null ? null : string.Join(", ", s.Levels.Select(l => l.ToString(CultureInfo.InvariantCulture))), "1 to 10 different days, each 0 to 3650");
        Check(failures, kind, "minimumOnHand", s.MinimumOnHand is null or (> 0 and <= 1_000_000_000), s.MinimumOnHand, "more than 0");
        Check(failures, kind, "minimumDays", s.MinimumDays is null or (> 0 and <= 3650), s.MinimumDays, "more than 0, at most 3650");
        Check(failures, kind, "windowDays", s.WindowDays is null or (>= 7 and <= 730), s.WindowDays, "7 to 730");
        Check(failures, kind, "horizonDays", s.HorizonDays is null or (>= 1 and <= 3650), s.HorizonDays, "1 to 3650");
        Check(failures, kind, "minimumValue", s.MinimumValue is null or (>= 0 and <= 1_000_000_000), s.MinimumValue, "0 or more");
        Check(failures, kind, "threshold", s.Threshold is null or (>= 1 and <= 100), s.Threshold, "1 to 100");
        Check(failures, kind, "floor", s.Floor is null or (>= 0.000001m and <= 1_000_000_000), s.Floor, "more than 0");
        Check(failures, kind, "minimumSample", s.MinimumSample is null or (>= 3 and <= 100), s.MinimumSample, "3 to 100");
        Check(failures, kind, "direction", s.Direction is not { } d || Enum.IsDefined(d), s.Direction, "Both, More, Less");
        Check(failures, kind, "openDays", s.OpenDays is null or (>= 0 and <= 3650), s.OpenDays, "0 to 3650");
    }

    private static void Only(Failures failures, AlertKind kind, string setting, object? value, params ReadOnlySpan<AlertKind> kinds)
    {
        if (value is not null && !kinds.Contains(kind)) failures.Add(PharmacyRules.AlertSettingForeign, ("setting", setting), ("kind", kind));
    }

    private static void Check(Failures failures, AlertKind kind, string setting, bool holds, object? found, string allowed) =>
        failures.Require(holds, PharmacyRules.AlertSettingWrong, ("setting", setting), ("kind", kind), ("found", found), ("allowed", allowed));

    private static void Recipients(Failures failures, AlertRecipients to)
    {
        failures.Require(to.Addresses.Count <= MostAddresses, PharmacyRules.AlertRecipientsTooMany, ("found", to.Addresses.Count), ("allowed", MostAddresses));
        for (var i = 0; i < to.Addresses.Count; i++)
            failures.Require(AlertAddress.IsOne(to.Addresses[i]), PharmacyRules.AlertAddressWrong, ("position", i + 1));
        failures.Require(to.Roles.All(Enum.IsDefined), PharmacyRules.AlertRecipientsTooMany, ("found", to.Roles.Count), ("allowed", MostAddresses));
    }
}
