using System.Net;
using Clinic.Abstractions;

namespace Clinic.Api.Tests;

public class IdempotencyTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Same_key_and_body_give_the_same_answer_and_move_nothing_twice(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var key = Guid.NewGuid().ToString();

        var first = await world.Pharmacist.OkAsync("/api/v1/receipts", world.Delivery("L-1"), key);
        var second = await world.Pharmacist.OkAsync("/api/v1/receipts", world.Delivery("L-1"), key.ToUpperInvariant());

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(200, await world.OnHandAsync());
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Same_key_with_another_body_or_by_somebody_else_is_a_conflict(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var auxiliary = await factory.AsAsync("auxiliary");
        var key = Guid.NewGuid().ToString();
        await world.Pharmacist.OkAsync("/api/v1/receipts", world.Delivery("L-1"), key);

        (await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1", boxes: 3), key)).Refused(409, ClinicRules.CommandReused);
        (await world.Pharmacist.PostAsync("/api/v1/issues", world.Pick(1), key)).Refused(409, ClinicRules.CommandReused);
        (await auxiliary.PostAsync("/api/v1/receipts", world.Delivery("L-1"), key)).Refused(409, ClinicRules.CommandReused);

        Assert.Equal(200, await world.OnHandAsync());
    }

    [Theory]
    [InlineData(null, "API120")]
    [InlineData("", "API120")]
    [InlineData("7", "API121")]
    [InlineData("00000000-0000-0000-0000-000000000000", "API121")]
    [InlineData("0190f0c0-0000-7000-8000-000000000001, 0190f0c0-0000-7000-8000-000000000002", "API121")]
    [InlineData("{0190f0c0-0000-7000-8000-000000000001}", "API121")]
    public async Task Missing_or_malformed_key_is_refused_and_nothing_is_done(string? key, string code)
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);

        var answer = await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1"), change: r =>
        {
            r.Headers.Remove("Idempotency-Key");
            if (key is not null) r.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        });

        answer.Refused(400, code);
        Assert.Equal(0, await world.OnHandAsync());
    }

    [Fact]
    public async Task A_refused_command_may_be_repeated_under_its_key_when_the_reason_is_gone()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var key = Guid.NewGuid().ToString();
        (await world.Pharmacist.PostAsync("/api/v1/issues", world.Pick(10), key)).Refused(422, "PHA201");

        await world.ReceiveAsync("L-1");

        Assert.Equal(HttpStatusCode.OK, (await world.Pharmacist.PostAsync("/api/v1/issues", world.Pick(10), key)).Status);
    }
}
