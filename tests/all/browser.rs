//! A headless Chromium, driven through the DevTools protocol over a pair of pipes.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// No answer takes longer on any machine; one that does never comes.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser with one page.
pub(crate) struct Browser {
    child: Child,
    write: ChildStdin,
    answers: Receiver<Value>,
    events: VecDeque<Value>,
    session: String,
    last: u64,
}

impl Browser {
    /// Starts a browser; its profile lives in `folder`, where downloads go too.
    pub(crate) fn start(folder: &Path) -> Self {
        // The protocol speaks through file descriptors 3 and 4; the shell lays the pipes there.
        let mut child = Command::new("sh")
            .args([
                "-c",
                r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#,
                "chromium",
            ])
            .args([
                "--headless=new",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
            ])
            .args([
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--force-device-scale-factor=1",
            ])
            .arg(format!(
                "--user-data-dir={}",
                folder.join("profile").display()
            ))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        let write = child.stdin.take().expect("a pipe to it");
        let read = child.stdout.take().expect("a pipe from it");
        let (send, answers) = channel();
        std::thread::spawn(move || {
            for message in BufReader::new(read).split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).expect("the browser speaks JSON");
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let mut browser = Self {
            child,
            write,
            answers,
            events: VecDeque::new(),
            session: String::new(),
            last: 0,
        };
        browser.call(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
        let target =
            browser.call("Target.createTarget", json!({ "url": "about:blank" }))["targetId"]
                .clone();
        let attached = browser.call(
            "Target.attachToTarget",
            json!({ "targetId": target, "flatten": true }),
        );
        browser.session = attached["sessionId"]
            .as_str()
            .expect("a session")
            .to_owned();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        let size =
            json!({ "width": 1400, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser
    }

    /// Opens a file and waits until it is there; returns how long that took.
    pub(crate) fn open(&mut self, file: &Path) -> Duration {
        let begun = Instant::now();
        self.call(
            "Page.navigate",
            json!({ "url": format!("file://{}", file.display()) }),
        );
        self.wait("Page.loadEventFired");
        // Two frames later everything that is seen at once has been drawn.
        self.eval(
            "new Promise((done) =>
                requestAnimationFrame(() => requestAnimationFrame(() => done(0))))",
        );
        begun.elapsed()
    }

    /// What an expression comes to in the page.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let answer = self.call(
            "Runtime.evaluate",
            json!({
                "expression": expression,
                "returnByValue": true,
                "awaitPromise": true,
                "userGesture": true,
            }),
        );
        assert!(
            answer.get("exceptionDetails").is_none(),
            "{expression}: {}",
            answer["exceptionDetails"]
        );
        answer["result"]["value"].clone()
    }

    /// The same as a number.
    pub(crate) fn count(&mut self, expression: &str) -> u64 {
        let value = self.eval(expression);
        value
            .as_u64()
            .unwrap_or_else(|| panic!("{expression} is {value}"))
    }

    /// Waits until an expression is true.
    pub(crate) fn until(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.eval(expression) != Value::Bool(true) {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "never true: {expression}"
            );
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Presses keys that write one character each.
    pub(crate) fn keys(&mut self, text: &str) {
        for key in text.chars() {
            self.call(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyDown", "key": key.to_string(), "text": key.to_string() }),
            );
            self.call(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyUp", "key": key.to_string() }),
            );
        }
    }

    /// Presses Enter.
    pub(crate) fn enter(&mut self) {
        let key = json!({
            "type": "keyDown",
            "key": "Enter",
            "code": "Enter",
            "windowsVirtualKeyCode": 13,
            "text": "\r",
        });
        self.call("Input.dispatchKeyEvent", key);
        self.call(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyUp", "key": "Enter", "code": "Enter" }),
        );
    }

    /// Presses Ctrl-Z.
    pub(crate) fn undo(&mut self) {
        let key = |kind: &str| json!({ "type": kind, "key": "z", "code": "KeyZ", "modifiers": 2 });
        self.call("Input.dispatchKeyEvent", key("rawKeyDown"));
        self.call("Input.dispatchKeyEvent", key("keyUp"));
    }

    /// Gives the window another size, in CSS pixels.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
        self.eval("new Promise((done) => requestAnimationFrame(() => done(0)))");
    }

    /// Ends the browser at once, as a crash does.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ended");
    }

    /// Clicks on an element.
    pub(crate) fn click(&mut self, selector: &str) {
        self.eval(&format!("document.querySelector({selector:?}).click()"));
    }

    /// The console errors so far, and all requested URLs other than `data:` and `blob:`.
    pub(crate) fn complaints(&mut self) -> (Vec<String>, Vec<String>) {
        self.eval("0");
        let of = |e: &Value| e["method"].as_str().unwrap_or_default().to_owned();
        let is_complaint = |e: &&Value| {
            let level = e["params"]["entry"]["level"]
                .as_str()
                .or(e["params"]["type"].as_str());
            of(e) == "Runtime.exceptionThrown"
                || matches!(
                    (of(e).as_str(), level),
                    (
                        "Log.entryAdded" | "Runtime.consoleAPICalled",
                        Some("error" | "warning")
                    )
                )
        };
        let complaints = self
            .events
            .iter()
            .filter(is_complaint)
            .map(|e| e["params"].to_string())
            .collect();
        let requests = self
            .events
            .iter()
            .filter(|e| of(e) == "Network.requestWillBeSent");
        let address = |e: &Value| {
            e["params"]["request"]["url"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        let outside = |a: &String| !a.starts_with("data:") && !a.starts_with("blob:");
        (complaints, requests.map(address).filter(outside).collect())
    }

    /// One call of the protocol and its answer.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = self.last;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !self.session.is_empty() {
            message["sessionId"] = self.session.clone().into();
        }
        let sent = self
            .write
            .write_all(format!("{message}\0").as_bytes())
            .and_then(|()| self.write.flush());
        sent.expect("Chromium runs; scripts/setup.sh installs it");
        loop {
            let answer = self.receive(method);
            if answer["id"] == id {
                assert!(
                    answer.get("error").is_none(),
                    "{method}: {}",
                    answer["error"]
                );
                return answer["result"].clone();
            }
            self.events.push_back(answer);
        }
    }

    fn wait(&mut self, method: &str) {
        while !self.events.iter().any(|e| e["method"] == method) {
            let event = self.receive(method);
            self.events.push_back(event);
        }
        self.events.retain(|e| e["method"] != method);
    }

    fn receive(&self, what: &str) -> Value {
        self.answers
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("{what}: no answer; scripts/setup.sh installs Chromium"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // On `close`, the browser ends its own children. It may be gone already: ignore errors.
        let _ = self
            .write
            .write_all(b"{\"id\":0,\"method\":\"Browser.close\"}\0");
        let _ = self.write.flush();
        let begun = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if begun.elapsed() > Duration::from_secs(10) {
                let _ = self.child.kill();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
