# The migration's image: the service's Dockerfile, with the same code and the same dependencies, and without a command.
# The Job says what to run.
FROM python:3.13-slim
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
# manage.py, the apps and their migrations; the settings read DATABASE_URL.
COPY . .
USER 1000
