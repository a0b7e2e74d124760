using Clinic.Abstractions;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;
using static Clinic.Pharmacy.Tests.Sales.Shop;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class InvoicingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_clinic_numbers_its_invoices_without_gaps_also_when_jobs_run_at_once()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync();
        var ids = new List<InvoiceId>();
        for (var i = 0; i < 12; i++) ids.Add((await s.SoldAsync(p, 1)).Invoice!.Value);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct))));
        s.H.Clock.Advance(Duration.FromHours(1));
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        var numbers = new List<string>();
        foreach (var id in ids) numbers.Add((await s.InvoiceAsync(id)).Number!);
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"001-001-{n:D9}"), numbers.Order(StringComparer.Ordinal));
        Assert.Equal(JobReport.Nothing, await new InvoiceJob(s.Invoicing).RunOnceAsync(s.H.Tenant, Ct));
    }

    [Fact]
    public async Task A_cancelled_invoice_that_was_accepted_is_annulled_by_the_issuer_and_keeps_its_number()
    {
        var s = await OpenAsync();
        var sold = await s.SoldAsync(await s.ProductAsync(), 1);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        await s.Takebacks.CancelAsync(s.H.As(), new CancelSale(sold.Sale, sold.Version, "mistake"), Ct);
        Assert.Equal(InvoiceStatus.Accepted, (await s.InvoiceAsync(sold.Invoice!.Value)).Status);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        var invoice = await s.InvoiceAsync(sold.Invoice!.Value);
        Assert.Equal((InvoiceStatus.Void, "001-001-000000001"), (invoice.Status, invoice.Number));
    }

    [Fact]
    public async Task A_credit_note_names_the_invoice_it_corrects_in_a_series_of_its_own()
    {
        var s = await OpenAsync();
        await s.TillAsync(s.H.Pharmacist);
        var sold = await s.SoldAsync(await s.ProductAsync(), 2);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);
        var back = await s.ReturnAsync(sold, s.H.Pharmacist, 1);
        var note = await s.InvoiceAsync(back.Invoice!.Value);
        var desk = new InvoiceDesk(s.H.Get<ISaleStore>(), s.H.Get<IInvoiceStore>(), s.H.Get<ISiteDirectory>());

        var request = await desk.RequestAsync(s.H.Tenant, note, Ct);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        Assert.Equal((InvoiceKind.CreditNote, "001-001-000000001", back.Credited), (request.Kind, request.Corrects, request.Total));
        Assert.Equal(request.Total, request.Lines.Aggregate(request.Rounding, (sum, l) => sum + l.Total));
        Assert.Equal("001-001-000000001", (await s.InvoiceAsync(note.Id)).Number);
        Assert.DoesNotContain("María", request.ToString());
    }

    [Fact]
    public async Task A_credit_note_waits_for_the_number_of_the_invoice_it_corrects()
    {
        var s = await OpenAsync();
        await s.TillAsync(s.H.Pharmacist);
        var sold = await s.SoldAsync(await s.ProductAsync(), 2);
        await With(s, new Issuer { Rejects = "unknown buyer" }).RunDueAsync(s.H.Tenant, 100, Ct);
        var back = await s.ReturnAsync(sold, s.H.Pharmacist, 1);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);
        Assert.Equal((InvoiceStatus.Pending, null), ((await s.InvoiceAsync(back.Invoice!.Value)).Status, (await s.InvoiceAsync(back.Invoice!.Value)).Number));

        await s.Invoicing.AskAgainAsync(s.H.As(), new AskInvoiceAgain(sold.Invoice!.Value), Ct);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);
        s.H.Clock.Advance(Duration.FromMinutes(1));
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        Assert.Equal(InvoiceStatus.Accepted, (await s.InvoiceAsync(back.Invoice!.Value)).Status);
    }

    [Fact]
    public async Task An_issuer_that_fails_is_asked_again_after_growing_pauses_and_nothing_is_issued_twice()
    {
        var s = await OpenAsync();
        var sold = await s.SoldAsync(await s.ProductAsync(), 1);
        var issuer = new Issuer { Fails = 3 };
        var invoicing = With(s, issuer);
        var waits = new List<Duration>();
        for (var i = 0; i < 3; i++)
        {
            var report = await invoicing.RunDueAsync(s.H.Tenant, 100, Ct);
            Assert.Equal((0, 1, "TimeoutException"), (report.Done, report.Failed, report.Error));
            waits.Add((await s.InvoiceAsync(sold.Invoice!.Value)).NextAttempt!.Value - s.H.Clock.Now);
            Assert.Equal(JobReport.Nothing, await invoicing.RunDueAsync(s.H.Tenant, 100, Ct));
            s.H.Clock.Advance(waits[^1]);
        }

        await invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        Assert.Equal([30, 60, 120], waits.Select(w => w.TotalSeconds));
        Assert.Equal((InvoiceStatus.Accepted, 4), ((await s.InvoiceAsync(sold.Invoice!.Value)).Status, issuer.Asked.Count));
        Assert.Single(issuer.Asked.Distinct());
    }

    [Fact]
    public async Task After_a_restart_between_attempt_and_answer_the_same_document_gets_the_same_number()
    {
        var s = await OpenAsync();
        var sold = await s.SoldAsync(await s.ProductAsync(), 1);
        var issuer = new Issuer { Inner = s.H.Get<IInvoiceIssuer>(), DiesAfterIssuing = true };
        await With(s, issuer).RunDueAsync(s.H.Tenant, 100, Ct);
        Assert.Equal(InvoiceStatus.Pending, (await s.InvoiceAsync(sold.Invoice!.Value)).Status);

        s.H.Clock.Advance(Duration.FromMinutes(1));
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        Assert.Equal("001-001-000000001", (await s.InvoiceAsync(sold.Invoice!.Value)).Number);
        Assert.Equal(1, await s.H.Get<IInvoiceNumberStore>().LastAsync(s.H.Tenant, InvoiceKind.Invoice, "001-001", Ct));
    }

    [Fact]
    public async Task A_rejected_invoice_is_asked_for_again_by_a_person()
    {
        var s = await OpenAsync();
        var sold = await s.SoldAsync(await s.ProductAsync(), 1);
        var id = sold.Invoice!.Value;
        await Refused.WithAsync(() => s.Invoicing.AskAgainAsync(s.H.As(), new AskInvoiceAgain(id), Ct), PharmacyRules.InvoiceNotRejected);
        await Refused.WithAsync(() => s.Invoicing.AskAgainAsync(s.H.As(), new AskInvoiceAgain(new(Guid.CreateVersion7())), Ct), PharmacyRules.InvoiceUnknown);
        await Refused.WithAsync(() => s.Invoicing.AskAgainAsync(s.H.As(s.Cashier), new AskInvoiceAgain(id), Ct), PharmacyRules.RoleMissing);

        await With(s, new Issuer { Rejects = "the certificate\nran out" }).RunDueAsync(s.H.Tenant, 100, Ct);
        Assert.Equal("the certificate ran out", (await s.InvoiceAsync(id)).ToSnapshot().Reason);
        await s.Invoicing.AskAgainAsync(s.H.As(), new AskInvoiceAgain(id), Ct);
        await s.Invoicing.RunDueAsync(s.H.Tenant, 100, Ct);

        Assert.Equal(InvoiceStatus.Accepted, (await s.InvoiceAsync(id)).Status);
    }

    [Fact]
    public void An_invoice_that_is_on_its_way_waits_for_the_answer_before_it_is_void()
    {
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var sent = Invoice.Request(new(Guid.CreateVersion7()), InvoiceKind.Invoice, new(Guid.CreateVersion7()), null, new(Guid.CreateVersion7()), Usd(1), now).Attempt(now);

        var annulled = sent.Annul("mistake", now);
        Assert.Equal(InvoiceStatus.Pending, annulled.Status);
        Assert.Equal(InvoiceStatus.Void, annulled.Answer(new InvoiceOutcome.Rejected("no"), now).Status);
        var accepted = annulled.Answer(new InvoiceOutcome.Accepted("1", null, now), now);
        Assert.Equal((InvoiceStatus.Accepted, now), (accepted.Status, accepted.NextAttempt));
        Assert.Equal(InvoiceStatus.Void, accepted.Answer(new InvoiceOutcome.Voided(now), now).Status);
        Assert.Same(accepted, accepted.Answer(new InvoiceOutcome.Accepted("2", null, now), now));
    }

    private static Invoicing With(Shop s, IInvoiceIssuer issuer) => new(
        s.H.Get<IUnitOfWork>(), s.H.Get<IInvoiceStore>(), new InvoiceDesk(s.H.Get<ISaleStore>(), s.H.Get<IInvoiceStore>(), s.H.Get<ISiteDirectory>()), issuer, s.Options,
        s.H.Clock, s.H.Get<IIdGenerator>());

    private sealed class Issuer : IInvoiceIssuer
    {
        public int Fails { get; set; }

        public string? Rejects { get; init; }

        public bool DiesAfterIssuing { get; init; }

        public IInvoiceIssuer? Inner { get; init; }

        public List<InvoiceId> Asked { get; } = [];

        public async Task<InvoiceOutcome> IssueAsync(InvoiceRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request.Invoice);
            if (Fails-- > 0) throw new TimeoutException();
            if (Inner is not null) await Inner.IssueAsync(request, cancellationToken);
            if (DiesAfterIssuing) throw new InvalidOperationException("the process ends here");
            return Rejects is { } reason ? new InvoiceOutcome.Rejected(reason) : new InvoiceOutcome.Accepted("F-1", "AUT", Instant.FromUtc(2026, 3, 10, 15, 0));
        }

        public Task<InvoiceOutcome> VoidAsync(InvoiceRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<InvoiceOutcome>(new InvoiceOutcome.Later());
    }
}
