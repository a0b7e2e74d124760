using System.Net;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Bridges.Sealing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Tests.Sealing;

public sealed class SealReceiverTests : IDisposable
{
    private static readonly PublishedSeal Seal = new(new TenantId(Guid.CreateVersion7()), 42, 1, 9, "k1", Instant.FromUtc(2026, 3, 2, 15, 0), new string('a', 64));

    private readonly string folder = Directory.CreateTempSubdirectory("clinic-seals-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_seal_becomes_one_file_however_often_it_comes_and_another_one_never_replaces_it()
    {
        var receiver = new SealFolderReceiver(Options.Create(new SealPublishingOptions { Folder = folder }));
        var occurrence = Event(Seal);
        for (var i = 0; i < 3; i++) await receiver.ReceiveAsync(occurrence, Stop);

        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(SealFolderReceiver.PathOf(folder, Seal), file);
        Assert.Equal(Seal, JsonSerializer.Deserialize<PublishedSeal>(await File.ReadAllTextAsync(file, Stop), ClinicJson.Options));
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.ReceiveAsync(Event(Seal with { Hash = new string('b', 64) }), Stop));
        Assert.Equal(occurrence.Json, await File.ReadAllTextAsync(file, Stop));
    }

    [Fact]
    public async Task A_webhook_gets_the_seal_under_the_same_key_each_time_and_its_refusal_is_tried_again()
    {
        var web = new Web();
        using var client = new HttpClient(web);
        var receiver = new SealWebhookReceiver(client, Options.Create(new SealPublishingOptions { Webhook = new Uri("https://witness.example/seals"), WebhookToken = "ficha" }));
        var occurrence = Event(Seal);
        await Assert.ThrowsAsync<HttpRequestException>(() => receiver.ReceiveAsync(occurrence, Stop));
        web.Answer = HttpStatusCode.NoContent;
        await receiver.ReceiveAsync(occurrence, Stop);

        Assert.Equal([$"{occurrence.Id:D} Bearer ficha {occurrence.Json}", $"{occurrence.Id:D} Bearer ficha {occurrence.Json}"], web.Seen);
    }

    [Fact]
    public async Task Other_events_and_places_that_are_not_set_do_nothing()
    {
        var web = new Web();
        using var client = new HttpClient(web);
        await new SealFolderReceiver(Options.Create(new SealPublishingOptions())).ReceiveAsync(Event(Seal), Stop);
        await new SealFolderReceiver(Options.Create(new SealPublishingOptions { Folder = folder })).ReceiveAsync(Event(Seal) with { Type = "other" }, Stop);
        await new SealWebhookReceiver(client, Options.Create(new SealPublishingOptions())).ReceiveAsync(Event(Seal), Stop);

        Assert.Empty(web.Seen);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("http://witness.example/", false)]
    [InlineData("ftp://witness.example/", false)]
    [InlineData("seals", false)]
    [InlineData("http://127.0.0.1:9/", true)]
    [InlineData("https://witness.example/", true)]
    public void A_webhook_is_https_or_on_this_machine(string address, bool allowed) =>
        Assert.Equal(allowed, new SealPublishingOptionsValidator().Validate(null, new() { Webhook = new Uri(address, UriKind.RelativeOrAbsolute) }).Succeeded);

    private static OutboxEvent Event(PublishedSeal seal) =>
        new(Guid.CreateVersion7(), seal.Tenant, PublishedSeal.EventType, JsonSerializer.Serialize(seal, ClinicJson.Options), seal.At, 0);

    private sealed class Web : HttpMessageHandler
    {
        public HttpStatusCode Answer { get; set; } = HttpStatusCode.ServiceUnavailable;

        public List<string> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add($"{request.Headers.GetValues("Idempotency-Key").Single()} {request.Headers.Authorization} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            return new HttpResponseMessage(Answer);
        }
    }
}
