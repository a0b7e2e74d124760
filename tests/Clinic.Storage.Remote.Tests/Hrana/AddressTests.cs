namespace Clinic.Storage.Remote.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("https://db.example.org", "https://db.example.org/")]
    [InlineData("libsql://db.example.org", "https://db.example.org/")]
    [InlineData("libsql://db.example.org:8443", "https://db.example.org:8443/")]
    [InlineData("http://localhost:8080", "http://localhost:8080/")]
    [InlineData("http://clinic.localhost:8080/", "http://clinic.localhost:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("https://proxy.example.org/db", "https://proxy.example.org/db/")]
    public void Addresses_that_are_safe_are_taken(string text, string root) => Assert.Equal(root, HranaAddress.Parse(text).Root.ToString());

    [Theory]
    [InlineData("http://db.example.org", "use https")]
    [InlineData("http://192.168.1.4:8080", "use https")]
    [InlineData("http://localhost.example.org", "use https")]
    [InlineData("wss://db.example.org", "not supported")]
    [InlineData("ftp://db.example.org", "not supported")]
    [InlineData("https://user:pass@db.example.org", "AuthToken")]
    [InlineData("libsql://db.example.org?authToken=secret", "AuthToken")]
    [InlineData("https://", "no URL")]
    public void Others_are_refused_before_anything_is_sent(string text, string says)
    {
        var e = Assert.Throws<ArgumentException>(() => HranaAddress.Parse(text));

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass@", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example.org", "https://b.example.org", true)]
    [InlineData("https://a.example.org", "https://a.example.org:444", true)]
    [InlineData("https://a.example.org", "https://evil.org", false)]
    [InlineData("https://example.org", "https://other.org", false)]
    [InlineData("https://a.example.org", "http://b.example.org", false)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.2:1", false)]
    public void A_conversation_goes_on_within_its_domain_only(string from, string to, bool goes) =>
        Assert.Equal(goes, HranaAddress.Parse(from).Continue(to) is not null);
}
