using Clinic.Hosts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Clinic.Api.Tests;

public class SettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("Clinic:Tenant", "seven", "Clinic:Tenant is 'seven'; allowed is a UUID.")]
    [InlineData("Clinic:RunJobs", "often", "Clinic:RunJobs is 'often'; allowed is true or false.")]
    [InlineData("DB_MODE", "remote", "does not have yet; allowed is local")]
    [InlineData("DB_MODE", "replica", "does not have yet; allowed is local")]
    [InlineData("DB_MODE", "paper", "DB_MODE is 'paper'; allowed is local.")]
    [InlineData("Clinic:Storage", "memory", "is for Development only")]
    public void A_value_that_cannot_be_used_is_named(string key, string value, string message) =>
        Assert.Contains(message, Assert.Throws<SetupException>(() => Settings("Production", (key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Defaults_are_safe_in_production_and_handy_in_development()
    {
        var production = Settings("Production");
        var development = Settings("Development");

        Assert.False(production.RunJobs || production.Demo);
        Assert.True(development.RunJobs && development.Demo);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "clinic.db"), production.DataSource);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "clinic-data"), production.DataFolder);
        Assert.False(Settings("Production", ("Clinic:Demo", "true")).Demo);
    }

    [Fact]
    public void Production_needs_a_payload_key_and_says_how_to_make_one() =>
        Assert.Contains("openssl rand -base64 32", Assert.Throws<SetupException>(() => PayloadKeys.Ring(Settings("Production"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("short", "is not base64 of 32 bytes")]
    [InlineData("AAAA", "is not base64 of 32 bytes")]
    [InlineData("", "is not base64 of 32 bytes")]
    public void A_key_that_is_none_is_refused_and_not_shown(string key, string message)
    {
        var text = Assert.Throws<SetupException>(() => PayloadKeys.Ring(Settings("Production", ("Clinic:PayloadKeys:k1", key)))).Message;

        Assert.Contains(message, text, StringComparison.Ordinal);
        if (key.Length > 0) Assert.DoesNotContain($"'{key}'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_keys_one_must_be_the_active_one()
    {
        var both = new[] { ("Clinic:PayloadKeys:k1", Key), ("Clinic:PayloadKeys:k2", Key) };

        Assert.Contains("ActivePayloadKey", Assert.Throws<SetupException>(() => PayloadKeys.Ring(Settings("Production", both))).Message, StringComparison.Ordinal);
        Assert.Contains("k9", Assert.Throws<SetupException>(() => PayloadKeys.Ring(Settings("Production", [.. both, ("Clinic:ActivePayloadKey", "k9")]))).Message, StringComparison.Ordinal);
        Assert.Equal("k2", PayloadKeys.Ring(Settings("Production", [.. both, ("Clinic:ActivePayloadKey", "k2")])).ActiveId);
        Assert.Equal("k1", PayloadKeys.Ring(Settings("Production", ("Clinic:PayloadKeys:k1", Key))).ActiveId);
    }

    [Fact]
    public void A_generated_key_is_made_once_and_only_its_owner_reads_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"clinic-keys-{Guid.NewGuid():N}");
        try
        {
            var settings = Settings("Development", ("Clinic:DataFolder", folder));
            PayloadKeys.Ring(settings);
            var file = Assert.Single(Directory.GetFiles(folder));
            var first = File.ReadAllText(file);

            PayloadKeys.Ring(settings);

            Assert.Equal(first, File.ReadAllText(file));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ClinicSettings Settings(string environment, params (string Key, string Value)[] values) => new(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build(), new Machine { EnvironmentName = environment });

    private sealed class Machine : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = Path.TrimEndingDirectorySeparator(Path.GetTempPath());

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
