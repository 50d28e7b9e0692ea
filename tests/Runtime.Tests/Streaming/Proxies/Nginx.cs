using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Runtime.Tests.Streaming.Proxies;

/// <summary>An nginx of its own in front of an app: compressing, and buffering as it does by default.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly DirectoryInfo _prefix;
    private readonly ChildProcess _process;

    private Nginx(DirectoryInfo prefix, ChildProcess process, Uri address)
    {
        _prefix = prefix;
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(App app)
    {
        var program = Tool.Require("nginx");

        // Another process may take the free port first.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var prefix = Directory.CreateTempSubdirectory("jero-nginx-");
            await File.WriteAllTextAsync(Path.Combine(prefix.FullName, "nginx.conf"), Configuration(app.Address.Port, port, prefix.Name), TestContext.Current.CancellationToken);
            var process = new ChildProcess(program, "-p", prefix.FullName, "-c", "nginx.conf", "-e", "stderr");
            var nginx = new Nginx(prefix, process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
            await App.UntilAsync(() => process.HasExited || Answers(nginx.Address, prefix.Name), "nginx listens");
            if (!process.HasExited)
            {
                return nginx;
            }

            await nginx.DisposeAsync();
            Assert.True(attempt < 5, $"nginx did not start. It wrote: {process.Output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _prefix.Delete(recursive: true);
    }

    private static string Configuration(int appPort, int port, string name) => string.Create(CultureInfo.InvariantCulture, $$"""
        daemon off;
        master_process off;
        pid nginx.pid;
        error_log stderr warn;
        events { }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            gzip on;
            gzip_types text/event-stream application/x-ndjson;
            gzip_min_length 0;
            server {
                listen 127.0.0.1:{{port}};
                location = /{{name}} {
                    return 204;
                }
                location / {
                    proxy_pass http://127.0.0.1:{{appPort}};
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                }
            }
        }
        """);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Nobody else that may have the port knows the name.
    private static bool Answers(Uri address, string name)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, name));
            using var response = client.Send(request, TestContext.Current.CancellationToken);
            return response.StatusCode == HttpStatusCode.NoContent;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
