using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Everything that must hold for a tariff before it is saved.</summary>
internal static class TariffCheck
{
    public static void Check(TariffSnapshot tariff, Failures failures)
    {
        failures.Text("name", tariff.Name, 120);
        failures.Field("id", tariff.Id != default, "nothing", "the id of a tariff");
        failures.Field("currency", tariff.Currency != default, tariff.Currency, "a currency");
        failures.OptionalText("key.payer", tariff.Key.Payer, 60);
        failures.OptionalText("key.serviceLine", tariff.Key.ServiceLine, 60);
        failures.Field("key.acuity", tariff.Key.Acuity is not { } a || Enum.IsDefined(a), tariff.Key.Acuity, "1 to 5, or nothing");
        failures.Field("version", tariff.Version >= 1, tariff.Version, "1 or more");
        for (var i = 0; i < tariff.Versions.Count; i++)
        {
            var version = tariff.Versions[i];
            failures.Field("version.number", version.Number == i + 1, version.Number, "1, 2, 3 and so on");
            failures.Field("version.approver", (version.Status == TariffStatus.Draft) == (version.Approver is null), version.Approver, "somebody once published");
            var before = failures.Count;
            CheckContent(version, tariff.Currency, failures);
            if (failures.Count == before)
                failures.Require(version.ContentHash == TariffContent.HashOf(tariff, version), EmergencyBillingRules.ContentChanged, ("version", version.Number));
        }

        CheckDates(tariff.Versions, failures);
    }

    public static void CheckContent(TariffVersionSnapshot version, Currency currency, Failures failures)
    {
        failures.Text("reason", version.Reason, 500);
        failures.Field("author", version.Author != default, "nothing", "who wrote it");
        failures.Field("status", Enum.IsDefined(version.Status), version.Status, "a status");
        failures.Field("effectiveFrom", IsWhole(version.EffectiveFrom), version.EffectiveFrom, "whole seconds");
        failures.Field("effectiveTo", version.EffectiveTo is not { } to || IsWhole(to), version.EffectiveTo, "whole seconds");
        failures.Require(version.EffectiveTo is not { } end || end > version.EffectiveFrom,
            EmergencyBillingRules.EndBeforeStart, ("field", "effective"), ("start", version.EffectiveFrom), ("end", version.EffectiveTo));
        new TermsCheck(version.Terms, currency, failures).Run();
    }

    private static bool IsWhole(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()) == instant;

    private static void CheckDates(IReadOnlyList<TariffVersionSnapshot> versions, Failures failures)
    {
        TariffVersionSnapshot? before = null;
        foreach (var version in versions.Where(v => v.Status == TariffStatus.Published).OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Number))
        {
            if (before is not null)
            {
                failures.Require(before.EffectiveTo is { } to && to <= version.EffectiveFrom, EmergencyBillingRules.TariffOverlap,
                    ("version", Math.Max(version.Number, before.Number)), ("other", Math.Min(version.Number, before.Number)), ("from", version.EffectiveFrom));
                failures.Require(before.EffectiveTo is not { } end || end >= version.EffectiveFrom, EmergencyBillingRules.TariffGap,
                    ("from", before.EffectiveTo), ("to", version.EffectiveFrom));
            }

            before = version;
        }
    }
}
