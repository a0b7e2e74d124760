using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Bridges.Mail;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Printing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Tests.Mail;

public class SaleReceiptReceiverTests
{
    private static readonly TenantId Tenant = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("es", "Recibo de su compra en Farmacia", "RECIBO DE VENTA")]
    [InlineData("en", "Receipt of your purchase at Farmacia", "SALES RECEIPT")]
    public async Task The_buyer_gets_the_receipt_once_however_often_the_event_comes(string language, string subject, string title)
    {
        using var services = Services();
        var sale = await SaleAsync(services, new Buyer(DocumentKind.Passport, "AB123", "María Ñáñez", "maria@example.com"));
        var sender = new Sent();
        var receiver = new SaleReceiptReceiver(sender, Options.Create(new MailOptions { From = "caja@clinica.ec" }), services.GetRequiredService<SaleReceipts>());
        var asked = Event(new SaleReceiptRequested(sale, language));

        await receiver.ReceiveAsync(asked, TestContext.Current.CancellationToken);
        await receiver.ReceiveAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(2, sender.Mails.Count);
        Assert.Equal(asked.Id, Assert.Single(sender.Mails.Select(m => m.Id).Distinct()));
        Assert.Equal(("caja@clinica.ec", "maria@example.com", subject), (sender.Mails[0].From, Assert.Single(sender.Mails[0].To), sender.Mails[0].Subject));
        Assert.Contains(title, sender.Mails[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_and_for_other_events_nothing_is_sent()
    {
        using var services = Services();
        var sale = await SaleAsync(services, Buyer.FinalConsumer);
        var sender = new Sent();
        var receipts = services.GetRequiredService<SaleReceipts>();
        var receiver = new SaleReceiptReceiver(sender, Options.Create(new MailOptions()), receipts);

        await receiver.ReceiveAsync(Event(new SaleReceiptRequested(sale, "es")), TestContext.Current.CancellationToken);
        await receiver.ReceiveAsync(Event(new SaleReceiptRequested(sale, "es")) with { Type = PharmacyEvents.CountDiffers }, TestContext.Current.CancellationToken);
        await new SaleReceiptReceiver(sender, Options.Create(new MailOptions())).ReceiveAsync(Event(new SaleReceiptRequested(sale, "es")), TestContext.Current.CancellationToken);

        Assert.Empty(sender.Mails);
    }

    private static ServiceProvider Services()
    {
        var collection = new ServiceCollection();
        collection.AddClinicPharmacy().WithSales(o => o.SellerName = "Farmacia").UseInMemory();
        return collection.BuildServiceProvider();
    }

    private static async Task<SaleId> SaleAsync(ServiceProvider services, Buyer buyer)
    {
        var (site, zero) = (new Site(new(Guid.CreateVersion7()), "Hospital", DateTimeZone.Utc, Currency.Usd), Money.Zero(Currency.Usd));
        var head = new SaleHead
        {
            Id = new(Guid.CreateVersion7()), Site = site.Id, Location = new(Guid.CreateVersion7()), Cashier = new(Guid.CreateVersion7()), Segment = PriceSegment.Patient,
            Buyer = buyer, Begun = Instant.FromUtc(2026, 3, 2, 15, 0), Net = zero, Discount = zero, Tax = zero, Rounding = zero, Credited = zero, Version = 1,
            Status = SaleStatus.Completed,
        };
        var x = new CommandContext(Tenant, site.Id, Actor.System, "test", new(Guid.CreateVersion7()));
        await services.GetRequiredService<IUnitOfWork>().RunAsync(x, new Setup(), (unit, _) =>
        {
            services.GetRequiredService<ISiteStore>().Save(unit, site);
            services.GetRequiredService<ISaleStore>().Add(unit, Sale.Restore(new(head, [], [], [])));
            unit.Audit("sale.begun", head.Fact());
            return Task.FromResult("done");
        }, TestContext.Current.CancellationToken);
        return head.Id;
    }

    private static OutboxEvent Event(SaleReceiptRequested content) => new(
        Guid.CreateVersion7(), Tenant, PharmacyEvents.SaleReceiptRequested, JsonSerializer.Serialize(content, ClinicJson.Options), Instant.FromUtc(2026, 3, 2, 15, 0), 0);

    private sealed class Sent : IMailSender
    {
        public List<OutgoingMail> Mails { get; } = [];

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Mails.Add(mail);
            return Task.CompletedTask;
        }
    }

    private sealed record Setup : ICommand<string>
    {
        public string Name => "test.setup";

        public void Describe(IPayloadWriter payload)
        {
        }
    }
}
