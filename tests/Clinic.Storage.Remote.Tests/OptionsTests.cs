namespace Clinic.Storage.Remote.Tests;

public class OptionsTests
{
    [Fact]
    public void A_server_with_token_and_namespace_is_accepted() =>
        Assert.Empty(TursoOptionsValidator.Failures(new TursoOptions { DataSource = "libsql://db.example.org", AuthToken = "t", Namespace = "clinic-1" }));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_no_secret_is_repeated()
    {
        var options = new TursoOptions
        {
            DataSource = "http://user:hidden@db.example.org?authToken=hidden",
            AuthToken = "hidden",
            AuthTokenProvider = _ => default,
            Namespace = "a b",
            MaxConnections = 0,
        };

        var failures = TursoOptionsValidator.Failures(options).ToList();

        Assert.Equal(4, failures.Count);
        Assert.DoesNotContain(failures, f => f.Contains("hidden", StringComparison.Ordinal));
        Assert.DoesNotContain("hidden", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_for_a_file_is_a_mistake() =>
        Assert.Contains("for servers", Assert.Single(TursoOptionsValidator.Failures(new TursoOptions { DataSource = "clinic.db", AuthToken = "t" })), StringComparison.Ordinal);
}
