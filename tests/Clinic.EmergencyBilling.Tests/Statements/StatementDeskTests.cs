using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Statements;

/// <summary>From the close to the paid invoice and back.</summary>
public class StatementDeskTests
{
    private static readonly TariffTerms Shared = Prices.Terms(Prices.Hourly(60m, tax: "IVA15")) with { Taxes = [Prices.Iva], Split = new(5m, 80m, null) };

    [Fact]
    public async Task A_stay_is_closed_billed_invoiced_and_settled()
    {
        var world = await OpenAsync();
        world.Book = Prices.Book(Shared);
        var stay = await RunningAsync(world, "IESS");
        world.Clock.AdvanceMinutes(60);
        var preview = await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct);
        var closed = await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        Assert.Equal((1, 69m, 69m, StatementKind.Preview), (closed.Revision, closed.Total, preview.Time!.Total, preview.Time.Kind));

        var invoiced = await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay, Version = closed.Version }, Ct);
        await world.RefusedAsync(stay, () => Desk(world).SettleAsync(world.As(Role.Cashier), new() { Stay = stay, Reason = "R-1" }, Ct), EmergencyBillingRules.InvoiceNotAccepted, EmergencyBillingRules.InvoiceNotAccepted);
        Assert.Equal(2, (await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct)).Done);
        Assert.Equal(0, (await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct)).Done);
        await Desk(world).SettleAsync(world.As(Role.Cashier), new() { Stay = stay, Reason = "recibo R-1" }, Ct);

        var bill = await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct);
        Assert.Equal((StayStatus.Settled, 1, 69m), (bill.Stay.Status, bill.Revision, bill.Total));
        Assert.Equal(69m, invoiced.Total);
        Assert.Equal(["IESS", null], bill.Invoices.Select(i => i.ToSnapshot().Payer).OrderByDescending(p => p));
        Assert.Equal([17.8m, 51.2m], bill.Invoices.Select(i => i.Total).Order());
        Assert.Equal(["001-002-000000001", "001-002-000000002"], bill.Invoices.Select(i => i.Number!).Order());
        Assert.Equal(69m, bill.Invoices.Sum(i => i.Total));
    }

    [Fact]
    public async Task A_correction_before_the_invoice_is_a_revision_and_after_it_a_credit_and_a_new_bill()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var start = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Started).Id;
        CorrectTime To(int minute, string why = "mal tecleado") => new() { Stay = stay, Event = start, At = AStay.At(minute), Reason = why, Approver = world.Approver() };

        var revised = await world.Corrections.CorrectAsync(world.As(), To(30), Ct);
        Assert.Equal((2, 30m), (revised.Revision, revised.Total));
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), To(15), Ct), EmergencyBillingRules.StayTransitionRefused);
        await world.RefusedAsync(stay, () => Desk(world).CreditAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct), EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid);

        world.Clock.AdvanceMinutes(1);
        var credited = await Desk(world).CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "hora mal tecleada" }, Ct);
        Assert.Equal((3, -30m, StayStatus.Credited), (credited.Revision, credited.Total, credited.Status));
        await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct);
        var corrected = await world.Corrections.CorrectAsync(world.As(), To(15), Ct);
        Assert.Equal((4, 45m, StayStatus.Closed), (corrected.Revision, corrected.Total, corrected.Status));
        world.Clock.AdvanceMinutes(1);
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct);

        var bill = await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct);
        Assert.Equal([30m, -30m, 45m], bill.Invoices.Select(i => i.Total));
        Assert.Equal([StayInvoiceStatus.Credited, StayInvoiceStatus.Accepted, StayInvoiceStatus.Accepted], bill.Invoices.Select(i => i.Status));
        Assert.Equal(bill.Invoices[0].Id, bill.Invoices[1].ToSnapshot().Credits);
        var (_, revisions) = await Inquiries(world).RevisionsAsync(world.As(Role.Auditor), stay, Ct);
        Assert.Equal([60m, 30m, -30m, 45m], revisions.Select(r => r.Statement.Total));
        Assert.Equal([null, null, 2, null], revisions.Select(r => r.Reverses));
    }

    [Fact]
    public async Task A_credit_and_what_it_credits_are_nothing_per_line_tax_and_payer()
    {
        var world = await OpenAsync();
        world.Book = Prices.Book(Shared with { Components = [Prices.Night(71.37m) with { TaxCode = "IVA15" }, Prices.Hourly(33.33m, tax: "IVA15")], Caps = [Cap.PerStay(150m)] });
        var stay = await RunningAsync(world, "IESS");
        world.Clock.Advance(Duration.FromSeconds((16 * 3600) + 17));
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct);
        await Desk(world).CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "prueba" }, Ct);

        var (_, revisions) = await Inquiries(world).RevisionsAsync(world.As(Role.Auditor), stay, Ct);
        var (bill, credit) = (revisions[0].Statement, revisions[1].Statement);

        Assert.Equal(bill.Lines.Count, credit.Lines.Count);
        foreach (var line in credit.Lines)
        {
            var reversed = bill.Lines.Single(l => l.Number == line.Reverses);
            Assert.Equal((0m, 0m, 0m, 0m), (line.Amount + reversed.Amount, line.Tax + reversed.Tax, line.PayerShare + reversed.PayerShare, line.ExactTimes3600 + reversed.ExactTimes3600));
        }

        Assert.All(bill.Taxes.Zip(credit.Taxes), t => Assert.Equal((0m, 0m, t.First.Code), (t.First.Amount + t.Second.Amount, t.First.Base + t.Second.Base, t.Second.Code)));
        Assert.All(bill.Payers.Zip(credit.Payers), p => Assert.Equal((0m, 0m, 0m), (p.First.Total + p.Second.Total, p.First.ByPayer + p.Second.ByPayer, p.First.ByPatient + p.Second.ByPatient)));
        var invoices = (await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices;
        Assert.Equal(0m, invoices.Sum(i => i.Total));
        Assert.Equal(bill.Total, invoices.Where(i => i.ToSnapshot().Kind == StayInvoiceKind.Invoice).Sum(i => i.Total));
        foreach (var payer in bill.Payers.Where(p => p.Payer is not null))
            Assert.Equal(payer.ByPayer, invoices.Where(i => i.ToSnapshot().Payer == payer.Payer && i.ToSnapshot().Kind == StayInvoiceKind.Invoice).Sum(i => i.Total));
    }

    [Fact]
    public async Task A_correction_to_the_same_value_changes_no_money_and_an_inverse_one_gives_the_first_figures()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var close = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Closed).Id;
        CorrectTime To(int minute) => new() { Stay = stay, Event = close, At = AStay.At(minute), Reason = "prueba", Approver = world.Approver() };

        Assert.Equal(1, (await world.Corrections.CorrectAsync(world.As(), To(60), Ct)).Revision);
        Assert.Equal((2, 50m), await MoneyAsync(To(50)));
        Assert.Equal((3, 60m), await MoneyAsync(To(60)));

        var (_, revisions) = await Inquiries(world).RevisionsAsync(world.As(Role.Auditor), stay, Ct);
        Assert.Equal(revisions[0].Statement.Fingerprint, revisions[2].Statement.Fingerprint);
        Assert.NotEqual(revisions[0].Statement.Fingerprint, revisions[1].Statement.Fingerprint);

        async Task<(int?, decimal?)> MoneyAsync(CorrectTime command)
        {
            var answer = await world.Corrections.CorrectAsync(world.As(), command, Ct);
            return (answer.Revision, answer.Total);
        }
    }

    [Fact]
    public async Task A_tariff_that_was_corrected_after_the_close_stops_the_invoice_until_the_stay_is_priced_again()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        await Assert.ThrowsAsync<EmergencyBillingException>(() => Desk(world).RepriceAsync(world.As(Role.Cashier), new(stay, "nada cambió"), Ct));
        world.Book = Prices.Book(Prices.Terms(Prices.Hourly(48m)));

        var e = await world.RefusedAsync(stay, () => Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct), EmergencyBillingRules.StatementOutdated);
        Assert.Contains("60.00", e.Message, StringComparison.Ordinal);
        Assert.Contains("48.00", e.Message, StringComparison.Ordinal);
        var id = world.New<CommandId>();
        var repriced = await Desk(world).RepriceAsync(world.As(Role.Cashier, id), new(stay, "tarifa corregida"), Ct);

        Assert.Equal(new StatementAnswer(stay, 2, 48m, 60m), repriced);
        Assert.Equal(repriced, await Desk(world).RepriceAsync(world.As(Role.Cashier, id), new(stay, "tarifa corregida"), Ct));
        e = await world.RefusedAsync(stay, () => Desk(world).RepriceAsync(world.As(Role.Cashier), new(stay, "otra vez"), Ct), EmergencyBillingRules.NothingToReprice);
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await world.RefusedAsync(stay, () => Desk(world).RepriceAsync(world.As(Role.Nurse), new(stay, ""), Ct), EmergencyBillingRules.RoleMissing, EmergencyBillingRules.StayTransitionRefused, EmergencyBillingRules.FieldInvalid);
    }

    [Fact]
    public async Task Without_a_tariff_at_the_close_the_clock_ends_and_nothing_is_invoiced_for_free()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(60);
        var book = world.Book;
        world.Book = TariffBook.Of([]);

        var closed = await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);

        Assert.Equal((null, null, StayStatus.Closed), (closed.Revision, closed.Total, closed.Status));
        await world.RefusedAsync(stay, () => Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct), EmergencyBillingRules.StatementMissing);
        Assert.Null((await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Total);
        world.Book = book;
        Assert.Equal(new StatementAnswer(stay, 1, 60m, null), await Desk(world).RepriceAsync(world.As(Role.Cashier), new(stay, "tarifa publicada"), Ct));
    }

    [Fact]
    public async Task What_is_not_billable_nets_to_zero_and_a_reopened_stay_is_billed_again()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();

        var free = await world.Corrections.MarkNotBillableAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "cortesía" }, Ct);
        Assert.Equal((2, 0m), (free.Revision, free.Total));
        var (_, revisions) = await Inquiries(world).RevisionsAsync(world.As(Role.Auditor), stay, Ct);
        Assert.Equal(0m, revisions.Sum(r => r.Statement.Total));
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = stay, Gap = GapMode.NotBillable, Reason = "volvió" }, Ct);
        world.Clock.AdvanceMinutes(30);
        Assert.Equal((3, 90m), await ClosedAgainAsync());

        async Task<(int?, decimal?)> ClosedAgainAsync()
        {
            var answer = await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
            return (answer.Revision, answer.Total);
        }
    }

    [Fact]
    public async Task The_issuer_is_asked_again_with_growing_pauses_and_a_rejection_waits_for_somebody()
    {
        var issuer = new ScriptedIssuer();
        var world = await OpenAsync(issuer: issuer);
        var stay = await world.ClosedAsync();
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        var invoice = (await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices[0].Id;
        issuer.Answers.Enqueue(() => throw new HttpRequestException("down"));
        issuer.Answers.Enqueue(() => new StayInvoiceOutcome.Later());
        issuer.Answers.Enqueue(() => new StayInvoiceOutcome.Rejected("\u0001RUC inválido "));
        issuer.Answers.Enqueue(() => new StayInvoiceOutcome.Accepted("001-009-000000077", "SRI-1", world.Clock.Now));

        Assert.Equal((0, 1, "HttpRequestException"), await RunAsync());
        Assert.Equal((0, 0, null), await RunAsync());
        await world.RefusedAsync(stay, () => Desk(world).CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "error" }, Ct), EmergencyBillingRules.InvoiceOnItsWay);
        world.Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal((0, 0, null), await RunAsync());
        world.Clock.Advance(Duration.FromSeconds(60));
        Assert.Equal((1, 0, null), await RunAsync());
        var rejected = (await Inquiries(world).InvoicesAsync(world.As(Role.Cashier), StayInvoiceStatus.Rejected, PageRequest.First, Ct)).Items[0];
        Assert.Equal(("RUC inválido", 0), (rejected.ToSnapshot().Reason, rejected.Attempts));
        Assert.Equal(EmergencyBillingRules.StaleVersion, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Invoicing(world).AskAgainAsync(world.As(Role.Cashier), new(invoice, 1), Ct))).Code);
        await Invoicing(world).AskAgainAsync(world.As(Role.Cashier), new(invoice), Ct);
        Assert.Equal((1, 0, null), await RunAsync());

        var accepted = (await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices[0];
        Assert.Equal((StayInvoiceStatus.Accepted, "001-009-000000077"), (accepted.Status, accepted.Number));
        Assert.Single(issuer.Asked.Select(a => a.Invoice.Id).Distinct());
        Assert.Equal(EmergencyBillingRules.InvoiceNotRejected, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Invoicing(world).AskAgainAsync(world.As(Role.Cashier), new(invoice), Ct))).Code);
        Assert.Equal(EmergencyBillingRules.InvoiceUnknown, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Invoicing(world).AskAgainAsync(world.As(Role.Cashier), new(world.New<StayInvoiceId>()), Ct))).Code);

        async Task<(int, int, string?)> RunAsync()
        {
            var report = await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct);
            return (report.Done, report.Failed, report.Error);
        }
    }

    [Fact]
    public async Task An_invoice_that_nobody_was_asked_for_is_void_after_a_credit()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);

        await Desk(world).CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "paciente equivocado" }, Ct);

        var bill = await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct);
        Assert.Equal([StayInvoiceStatus.Void], bill.Invoices.Select(i => i.Status));
        Assert.Equal(0, (await Invoicing(world).RunDueAsync(world.Tenant, 10, Ct)).Done);
    }

    [Fact]
    public async Task Charges_of_other_domains_stand_on_the_invoice_of_the_payer_or_of_the_patient()
    {
        foreach (var (goTo, expected) in ((OtherChargesGoTo, decimal[])[])[(OtherChargesGoTo.Payer, [17.8m, 54.65m]), (OtherChargesGoTo.Patient, [21.25m, 51.2m])])
        {
            var world = await OpenAsync(o => o.OtherChargesGoTo = goTo, others: new Medicines(Currency.Usd));
            world.Book = Prices.Book(Shared);
            var stay = await RunningAsync(world, "IESS");
            world.Clock.AdvanceMinutes(60);
            await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
            Assert.Equal(72.45m, (await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct)).Total);
            Assert.Equal(expected, (await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices.Select(i => i.Total).Order());
        }

        var odd = await OpenAsync(others: new Medicines(Currency.Of("EUR")));
        var closed = await odd.ClosedAsync();
        await odd.RefusedAsync(closed, () => Desk(odd).InvoiceAsync(odd.As(Role.Cashier), new() { Stay = closed }, Ct), EmergencyBillingRules.OtherCurrency);
    }

    [Fact]
    public async Task Two_cashiers_invoice_once_and_a_lost_answer_is_found_again()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var id = world.New<CommandId>();

        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await Desk(world).InvoiceAsync(world.As(Role.Cashier, i < 3 ? id : null), new() { Stay = stay }, Ct)).Version;
            }
            catch (Exception e) when (e is EmergencyBillingException or ConcurrencyConflictException)
            {
                return 0L;
            }
        })));

        Assert.Single(ends.Where(v => v > 0).Distinct());
        Assert.Single((await Inquiries(world).BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices);
    }

    [Fact]
    public async Task A_revision_is_explained_from_what_was_recorded_and_damage_is_seen()
    {
        var world = await OpenAsync(storedTariffs: true);
        var desk = world.Get<TariffDesk>();
        var created = await desk.CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "inicio"), Ct);
        await desk.DraftAsync(world.As(Role.Supervisor), new(created.Tariff, 1, Shared, AStay.Nine, "inicio"), Ct);
        await desk.PublishAsync(world.As(Role.Administrator), new(created.Tariff, 2, 1, "revisada"), Ct);
        var stay = await world.ClosedAsync();

        var es = await Inquiries(world).ExplainAsync(world.As(Role.Cashier), stay, null, "es", Ct);
        var en = await Inquiries(world).ExplainAsync(world.As(Role.Cashier), stay, 1, "en", Ct);
        Assert.Contains(es.Words, w => w.Contains("La estancia va del", StringComparison.Ordinal));
        Assert.Contains(en.Words, w => w.Contains("The stay lasts from", StringComparison.Ordinal));
        Assert.Contains(es.Words, w => w.Contains(es.Recorded.Statement.Tariffs[0].ContentHash[..12], StringComparison.Ordinal));
        await Desk(world).InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await Desk(world).CreditAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "prueba" }, Ct);
        Assert.StartsWith("Esta nota anula línea por línea la revisión 1", (await Inquiries(world).ExplainAsync(world.As(Role.Cashier), stay, 2, "es", Ct)).Words[0], StringComparison.Ordinal);
        Assert.Equal(EmergencyBillingRules.StatementUnknown, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Inquiries(world).ExplainAsync(world.As(Role.Cashier), stay, 9, "es", Ct))).Code);
        await world.CommitAsync(unit => world.Get<IStatementStore>().Add(unit, es.Recorded with { Revision = 3, Statement = es.Recorded.Statement with { Total = 1m } }));
        Assert.Equal(EmergencyBillingRules.StatementDamaged, (await Assert.ThrowsAsync<EmergencyBillingException>(() => Inquiries(world).ExplainAsync(world.As(Role.Cashier), stay, 3, "es", Ct))).Code);
    }

    private static async Task<StayId> RunningAsync(Reception world, string payer)
    {
        var stay = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Payer = payer }, Ct)).Stay;
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
        return stay;
    }

    private static StatementDesk Desk(Reception world) => world.Get<StatementDesk>();

    private static StatementInquiries Inquiries(Reception world) => world.Get<StatementInquiries>();

    private static StayInvoicing Invoicing(Reception world) => world.Get<StayInvoicing>();

    private sealed class ScriptedIssuer : IStayInvoiceIssuer
    {
        public Queue<Func<StayInvoiceOutcome>> Answers { get; } = new();

        public List<StayInvoiceRequest> Asked { get; } = [];

        public Task<StayInvoiceOutcome> IssueAsync(StayInvoiceRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return Task.FromResult(Answers.Dequeue()());
        }
    }

    private sealed class Medicines(Currency currency) : IOtherCharges
    {
        public Task<IReadOnlyList<OtherCharge>> OfAsync(TenantId tenant, ChargedVisit visit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<OtherCharge>>(
            [
                new()
                {
                    Source = "pharmacy", Reference = "1", At = AStay.Nine, Code = "AMOX", Description = "Amoxicilina", Quantity = 3m, Unit = "{tablet}",
                    Currency = currency, Net = 3m, TaxCode = "IVA15", Tax = 0.45m,
                },
            ]);
    }
}
