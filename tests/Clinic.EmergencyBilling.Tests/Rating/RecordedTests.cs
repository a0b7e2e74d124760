using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Tests.Kit;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>Discounts and coins survive being kept.</summary>
public sealed class RecordedTests
{
    [Fact]
    public void A_kept_statement_gives_the_same_figures_again() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var terms = r.Tariffs.Find(null, null, r.Stay.Terms[0].Acuity, r.Stay.Start)!.Terms;
            var s = StayRater.Rate(r with { Tariffs = Prices.Book(terms with { CashStep = 0.05m }) });
            var kept = ChargeStatement.Of(s, StatementKind.Final);
            var versions = s.Lines.Select(l => l.Version).Prepend(s.Lead).DistinctBy(v => v.ContentHash).ToDictionary(v => v.ContentHash);
            return Recording.Figures(kept, versions).Fingerprint() == s.Fingerprint() && kept.Cash == s.Cash!.Value.Amount && Crediting.Of(kept, s.To).Cash == -kept.Cash;
        });
}
